/** Property tests draw the same cases at every run; `DOSSIER_SEED=<number>` draws others. */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['DOSSIER_SEED'] ?? 1) });
