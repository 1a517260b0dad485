/** The files that Dossier has written outside the library since it was started. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { CoreContext } from '../context.ts';

const written = new WeakMap<CoreContext, Set<string>>();

/** To be told of every file that is written at a place that the analyst chose. `path` must exist. */
export function rememberWritten(context: CoreContext, path: string): void {
  const paths = written.get(context) ?? new Set();
  written.set(context, paths.add(realpathSync(path)));
}

/**
 * Whether the interface may ask the host to show `path`: it is in the library's folder, or Dossier wrote it
 * since the start. Nothing else, so that content shown in the interface cannot point at other files. Symbolic
 * links are followed first. False where there is no such file.
 */
export function mayReveal(context: CoreContext, path: string): boolean {
  try {
    const real = realpathSync(path);
    const library = realpathSync(context.folder.path);
    return real === library || real.startsWith(library + sep) || written.get(context)?.has(real) === true;
  } catch {
    return false;
  }
}
