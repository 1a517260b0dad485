/** Import: files and folders become articles. */
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { ImportEntry, ImportReport } from '#contract/import.ts';
import { findByOriginal } from '../articles/add.ts';
import type { CoreContext } from '../context.ts';
import { alreadyThere, createBatch } from './batch.ts';
import { createProgress } from './progress.ts';
import { IMPORT_ENDINGS } from './read/formats.ts';
import { createReaderThread } from './readerThread.ts';
import { findFiles } from './walk.ts';

interface ImportOptions {
  /** Under which progress is told and the import can be cancelled. */
  jobId?: string;
  signal?: AbortSignal;
}

export interface Importer {
  handlers: Handlers<FeatureOperations<'import'>>;
  /** Imports files and folders one after the other. A file that cannot be read is refused; the rest goes on. */
  importPaths(paths: string[], options?: ImportOptions): Promise<ImportReport>;
  /** Stops what is under way after the file it is at, or without it where that takes long; ends the thread. */
  close(): Promise<void>;
}

export interface ImportHooks {
  /** Articles were written. */
  onAdded(articleIds: number[]): void;
}

export interface ImportSettings {
  /** Longest time that one file may take, in ms. */
  readLimit?: number;
}

/** How long closing waits for the file that is being read, in ms. */
const LAST_FILE = 2000;

export function createImport(
  context: CoreContext,
  hooks: ImportHooks,
  settings: ImportSettings = {},
): Importer {
  const reader = createReaderThread(settings.readLimit);
  const jobs = new Map<string, AbortController>();
  const stop = new AbortController();
  // The reader holds one file at a time.
  let last: Promise<unknown> = Promise.resolve();

  const importPaths: Importer['importPaths'] = (paths, options = {}) => {
    const result = last.then(() => run(paths, options));
    last = result.catch(() => undefined);
    return result;
  };

  const run = async (paths: string[], { jobId, signal }: ImportOptions): Promise<ImportReport> => {
    const cancel = AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]);
    const { files, entries } = await findFiles(paths, cancel);
    const batch = createBatch(context, (ids) => hooks.onAdded(ids));
    const progress = createProgress(context.emit, jobId, files.length);
    const bySha = new Map<string, ImportEntry>();
    const copies: { copy: ImportEntry; of: ImportEntry }[] = [];
    for (const { path, shown } of files) {
      if (cancel.aborted) break;
      progress.at(basename(path));
      const entry: ImportEntry = { file: shown, status: 'imported' };
      try {
        const sha256 = await reader.open(path);
        const first = bySha.get(sha256);
        const there = findByOriginal(context.db, sha256);
        if (first !== undefined) copies.push({ copy: entry, of: first });
        else if (there !== null) Object.assign(entry, alreadyThere(there));
        else await readInto(entry, path, sha256);
        if (first === undefined) bySha.set(sha256, entry);
      } catch (error) {
        if (!(error instanceof DossierError)) {
          // The disk fails, and would for every other file: what has been read is kept.
          batch.flush();
          throw error;
        }
        Object.assign(entry, { status: 'refused', message: error.message });
      }
      entries.push(entry);
    }
    batch.flush();
    for (const { copy, of } of copies) Object.assign(copy, asCopy(of));
    progress.done();
    return report(entries, cancel.aborted);

    async function readInto(entry: ImportEntry, path: string, sha256: string): Promise<void> {
      const name = basename(path);
      const { metadata, content, messages } = await reader.read(name);
      await reader.keep(context.folder.originals);
      entry.title = metadata.csl.title;
      if (messages.length > 0) entry.message = messages.join(' ');
      batch.add({ metadata, content, original: { sha256, name } }, entry);
    }
  };

  return {
    importPaths,
    handlers: {
      'import.run': async ({ jobId, paths }) => {
        if (jobs.has(jobId))
          throw new DossierError('invalid_input', `An import with the job id ${jobId} is running already.`);
        const controller = new AbortController();
        jobs.set(jobId, controller);
        try {
          return await importPaths(paths, { jobId, signal: controller.signal });
        } finally {
          jobs.delete(jobId);
        }
      },
      'import.cancel': ({ jobId }) => {
        const job = jobs.get(jobId);
        job?.abort();
        return { cancelled: job !== undefined };
      },
      'import.chooseFiles': () => context.ports.chooseFilesToImport(IMPORT_ENDINGS),
      'import.formats': () => IMPORT_ENDINGS,
    },
    async close() {
      stop.abort();
      await Promise.race([last, setTimeout(LAST_FILE, undefined, { ref: false })]);
      await reader.close();
      await last;
    },
  };
}

/** What to say of a file whose bytes are those of another one in the same import. */
function asCopy(of: ImportEntry): Partial<ImportEntry> {
  if (of.status === 'refused') return { status: 'refused', message: of.message ?? '' };
  const { articleId, title } = of;
  return {
    status: 'skipped',
    ...(articleId === undefined ? {} : { articleId }),
    ...(title === undefined ? {} : { title }),
    message: `The same file as ${basename(of.file)}, which is in the library as “${title ?? ''}”.`,
  };
}

function report(entries: ImportEntry[], cancelled: boolean): ImportReport {
  const count = (status: ImportEntry['status']): number =>
    entries.filter((entry) => entry.status === status).length;
  return {
    entries,
    imported: count('imported'),
    skipped: count('skipped'),
    refused: count('refused'),
    cancelled,
  };
}
