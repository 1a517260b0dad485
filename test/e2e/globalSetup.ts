/** Makes the sample library once, as the app makes it, for the tests that start on a copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample } from './hosts/sample.ts';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-sample-'));
  await makeSample(join(folder, 'library'));
  return () => rm(folder, { recursive: true, force: true });
}
