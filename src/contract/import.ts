import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { tableMappingSchema } from './importTables.ts';
import { command, query } from './operation.ts';

const IMPORT_STATUSES = ['imported', 'updated', 'skipped', 'refused'] as const;

/** What became of one file, or of one item of a file that holds many. */
const importEntrySchema = z.object({
  /** Path or name as the analyst gave it; behind ` › ` the name inside the file. */
  file: z.string(),
  /** `updated`: it became a new version of an article, or completed its metadata. */
  status: z.enum(IMPORT_STATUSES),
  /** The article it became, or is already in the library as. */
  articleId: articleIdSchema.optional(),
  title: z.string().optional(),
  /** Why it was skipped or refused, or what to look at (`Read as windows-1254; …`): a sentence for people. */
  message: z.string().optional(),
  /**
   * Path of a dump that was refused as a whole: the analyst can say what its columns hold. In an archive it is the
   * archive's, a slash and its own path in there; it can be imported alone by that.
   */
  table: z.string().optional(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;
export type ImportStatus = ImportEntry['status'];

const count = z.number().int().nonnegative();
const counts = { imported: count, updated: count, skipped: count, refused: count };

/** Most entries that come with a report; `import.report` gives the others. */
export const REPORT_ENTRIES = 200;

const jobId = z.string().min(1).max(100);

const importReportSchema = z.object({
  jobId,
  /** All entries in order, where they are no more than REPORT_ENTRIES; else as many that were not simply imported. */
  entries: z.array(importEntrySchema),
  ...counts,
  /** The import was stopped; what is in the report is in the library. */
  cancelled: z.boolean(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/**
 * `running`; `paused` by the analyst or because the disk failed; `interrupted` when Dossier ended before it did;
 * `done`; `cancelled`.
 */
export const IMPORT_STATES = ['running', 'paused', 'interrupted', 'done', 'cancelled'] as const;

const importJobSchema = z.object({
  jobId,
  /** Who began it: the analyst, or a watched folder. */
  origin: z.enum(['analyst', 'watch']),
  state: z.enum(IMPORT_STATES),
  /** Files that are done, and files in all: as many as were found so far. */
  done: count,
  total: count,
  ...counts,
  /** ISO 8601 UTC. */
  createdAt: z.string(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

const watchedFolderSchema = z.object({
  /** Absolute. */
  path: z.string(),
  on: z.boolean(),
  /** Why it cannot be watched now: a sentence for people. */
  problem: z.string().nullable(),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;

/** Longest text that can be pasted, in UTF-16 units. */
const MOST_PASTED = 20_000_000;

/** What the clipboard held; where both are given, the text stands in for HTML that holds no article. */
const pastedSchema = z.object({
  html: z.string().max(MOST_PASTED).optional(),
  text: z.string().max(MOST_PASTED).optional(),
});

export const importOperations = {
  /**
   * Imports files and folders (folders recursively); ends when all are done or the import is cancelled. Sends
   * `import.progress` under the caller's job id. `mappings` name the columns of dumps, by path.
   * With `collectionId` what it brings, and what it finds to be there already, goes into that collection.
   */
  'import.run': command(
    z.object({
      jobId,
      paths: z.array(z.string()).min(1),
      mappings: z.record(z.string(), tableMappingSchema).default({}),
      collectionId: z.number().int().positive().optional(),
    }),
    importReportSchema,
  ),
  /** Stops an import for good; what it has imported stays. False where it is over or there is none. */
  'import.cancel': command(z.object({ jobId }), z.object({ cancelled: z.boolean() })),
  /** Halts a running import where it is. False where it does not run. */
  'import.pause': command(z.object({ jobId }), z.object({ paused: z.boolean() })),
  /** Goes on with a paused or interrupted import, and returns at once. False where it is neither. */
  'import.resume': command(z.object({ jobId }), z.object({ resumed: z.boolean() })),
  /** Imports that are not over, oldest first, and the last one that is. */
  'import.jobs': query(z.object({}), z.array(importJobSchema)),
  /** A part of what became of the files of an import, in their order, with how many there are. */
  'import.report': query(
    z.object({
      jobId,
      status: z.enum(IMPORT_STATUSES).optional(),
      offset: count.default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ entries: z.array(importEntrySchema), total: count }),
  ),
  /** What the readers make of pasted text, before it is imported. Fails with `file_unreadable` as a file would. */
  'import.readPasted': query(
    pastedSchema,
    z.object({ title: z.string(), url: z.string(), words: count, messages: z.array(z.string()) }),
  ),
  /** Imports pasted text as an article, under the title and the address that the analyst saw. */
  'import.paste': command(
    pastedSchema.extend({ title: z.string().max(2000), url: z.string().max(4000) }),
    importEntrySchema,
  ),
  /**
   * Makes the text of a file the latest version of an article that is there, such as a reference without text. Fails
   * with `file_unreadable` as an import would, and with `conflict` where the library holds the file already. `undo` is
   * for `organise.undo`, which fails with `conflict` once words of the text were quoted or highlighted.
   */
  'import.attach': command(
    z.object({ articleId: articleIdSchema, path: z.string().min(1) }),
    importEntrySchema.extend({ undo: z.string() }),
  ),
  /** The folders whose new files are imported by themselves. */
  'import.watched': query(z.object({}), z.array(watchedFolderSchema)),
  /** Adds a folder to those that are watched, or switches one on or off. Fails with `invalid_input`. */
  'import.watch': command(
    z.object({ path: z.string().min(1), on: z.boolean() }),
    z.array(watchedFolderSchema),
  ),
  /** Takes a folder off the list; what was imported from it stays. */
  'import.unwatch': command(z.object({ path: z.string() }), z.array(watchedFolderSchema)),
  /** The host's dialog for a folder; null where the analyst cancelled. Needs the capability `nativeDialogs`. */
  'import.chooseFolder': command(z.object({}), z.string().nullable()),
  /** The host's file dialog; null where the analyst cancelled. Needs the capability `nativeDialogs`. */
  'import.chooseFiles': command(z.object({}), z.array(z.string()).nullable()),
  /** Endings, without the dot, of the files that can be imported. */
  'import.formats': query(z.object({}), z.array(z.string())),
};
