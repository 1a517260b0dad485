/** The sample library: a dozen articles and a brief that cites them, all written for Dossier. */
import { join } from 'node:path';
import type { Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { Importer } from '../import/import.ts';
import { addSampleBrief } from './brief.ts';

export function sampleHandlers(context: CoreContext, importer: Importer): Handlers<'library.addSample'> {
  return {
    'library.addSample': async ({ jobId }) => {
      const { entries, imported, skipped } = await importer.importPaths(
        [join(context.resources, 'sample', 'articles')],
        jobId === undefined ? {} : { jobId },
      );
      const briefId = addSampleBrief(context, entries);
      return { imported, skipped, briefId };
    },
  };
}
