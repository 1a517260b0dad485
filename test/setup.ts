/** For every test file. Property tests draw the same cases at every run; `DOSSIER_SEED=<number>` draws others. */
import * as fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './contract/library.ts';

fc.configureGlobal({ seed: Number(process.env['DOSSIER_SEED'] ?? 1) });

afterAll(removeTemporaryFolders);
