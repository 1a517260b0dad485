import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { command, query } from './operation.ts';

/** What became of one file. */
const importEntrySchema = z.object({
  /** Path or name as the analyst gave it. */
  file: z.string(),
  status: z.enum(['imported', 'skipped', 'refused']),
  /** The article it became, or is already in the library as. */
  articleId: articleIdSchema.optional(),
  title: z.string().optional(),
  /** Why it was skipped or refused, or what to look at (`Read as windows-1254; …`): a sentence for people. */
  message: z.string().optional(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;

const importReportSchema = z.object({
  entries: z.array(importEntrySchema),
  imported: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
  /** The import was stopped; what is in the report is in the library. */
  cancelled: z.boolean(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

const jobId = z.string().min(1).max(100);

export const importOperations = {
  /** Imports files and folders (folders recursively). Sends `import.progress` under the caller's job id. */
  'import.run': command(z.object({ jobId, paths: z.array(z.string()).min(1) }), importReportSchema),
  /** Stops a running import after the file it is at. False where no such job runs. */
  'import.cancel': command(z.object({ jobId }), z.object({ cancelled: z.boolean() })),
  /** The host's file dialog; null where the analyst cancelled. Needs the capability `nativeDialogs`. */
  'import.chooseFiles': command(z.object({}), z.array(z.string()).nullable()),
  /** Endings, without the dot, of the files that can be imported. */
  'import.formats': query(z.object({}), z.array(z.string())),
};
