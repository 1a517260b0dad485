/** One sample library for all tests of a run. */
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../build/node24.mjs';

/** Playwright hands the environment on to the processes that run the tests. */
const PLACE = 'DOSSIER_E2E_SAMPLE';

/** Makes the library by the built command line; searching it waits until its index is whole. */
export async function makeSample(library: string): Promise<void> {
  for (const args of [['sample'], ['search', 'ship']])
    await promisify(execFile)(process.execPath, [
      join(ROOT, 'out', 'main', 'cli.js'),
      ...args,
      '--library',
      library,
    ]);
  process.env[PLACE] = library;
}

/** Copies the library that `makeSample` made to a folder that is not there yet. */
export async function copySample(library: string): Promise<void> {
  const made = process.env[PLACE];
  if (made === undefined) throw new Error('The sample library has not been made.');
  await cp(made, library, { recursive: true });
}
