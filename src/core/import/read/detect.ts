/** Tells an encoding by what bytes look like. */
import { createRequire } from 'node:module';
import type * as Detector from 'jschardet';

let detector: typeof Detector | undefined;

/** With how sure it is, from 0 to 1; without an encoding where nothing fits. */
export function detect(bytes: Uint8Array): ReturnType<typeof Detector.detect> {
  // Most files are in UTF-8 and need none of its megabyte of tables.
  detector ??= createRequire(import.meta.url)('jschardet') as typeof Detector;
  return detector.detect(bytes);
}
