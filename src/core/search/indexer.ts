/** Keeps `search.sqlite` in step with `library.sqlite`. The index's only writer; runs in a thread of its own. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { DossierError } from '#contract/errors.ts';
import type { SearchStatus } from '#contract/search.ts';
import { type Database, isCorruption, openReadOnly } from '../db/connect.ts';
import type { LibraryFolder } from '../db/folder.ts';
import { openIndex, removeIndex } from './indexFile.ts';
import { createIndexWriter, type IndexWriter } from './indexWriter.ts';

export interface IndexerHooks {
  /** Told after every batch. */
  onProgress(status: SearchStatus): void;
  /** The index is about to be deleted: when this resolves nobody may have it open. */
  beforeReplace(): Promise<void>;
  /** A new index, still empty, is in its place. */
  afterReplace(): void;
}

export interface Indexer {
  /**
   * Opens the index, makes one where there is none that can be used, and begins to index what differs. Rejects
   * with `file_unwritable`.
   */
  open(): Promise<void>;
  /** Something of the library's articles changed. */
  changed(): void;
  /** Throws `file_unwritable` where the index could not be written. */
  status(): SearchStatus;
  /** Makes the index anew, because a reader found it damaged. */
  rebuild(): Promise<void>;
  /** Ends after the batch under way; what is left is indexed after the next start. */
  close(): Promise<void>;
}

function unwritable(path: string, cause: unknown): DossierError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DossierError(
    'file_unwritable',
    `Dossier could not write its search index ${path}: ${reason}. Searches may miss articles. See that the disk has room and start Dossier again.`,
    { cause },
  );
}

/** Milliseconds of work at a time: between them the thread hears what else is wanted. */
const SLICE = 50;
/**
 * Milliseconds between writes while changes keep coming: fewer, larger writes make fewer segments. The first
 * change after a pause is written at once.
 */
const PAUSE = 400;
/** The same while more come than are indexed, as in an import, and while the index is being built. */
const BEHIND_PAUSE = 3000;
const BUILDING_PAUSE = 6000;
/** Milliseconds of tidying after a write while there is more to write. */
const TIDYING = 200;

export function createIndexer(
  folder: Pick<LibraryFolder, 'library' | 'search'>,
  hooks: IndexerHooks,
): Indexer {
  let library: Database | null = null;
  let writer: IndexWriter | null = null;
  let work: Promise<void> | null = null;
  let working = false;
  let failure: unknown = null;
  let closed = false;
  /** Whether the index began empty and has not caught up since. */
  let building = true;
  let lastFlush = -Infinity;

  const openWriter = (): IndexWriter => {
    library ??= openReadOnly(folder.library);
    return createIndexWriter(openIndex(folder.search), library);
  };

  const status = (): SearchStatus => {
    if (failure !== null) throw unwritable(folder.search, failure);
    const { total, behind } = writer?.progress() ?? { total: 0, behind: 1 };
    const ready = behind === 0 && !(writer?.hasUnwritten() ?? true);
    const busy = building ? 'building' : 'updating';
    return { indexed: Math.max(0, total - behind), total, ready, state: ready ? 'ready' : busy };
  };

  const replace = async (): Promise<void> => {
    writer?.close();
    writer = null;
    building = true;
    await hooks.beforeReplace();
    removeIndex(folder.search);
    writer = openWriter();
    hooks.afterReplace();
    hooks.onProgress(status());
  };

  const flush = (index: IndexWriter): void => {
    index.flush();
    lastFlush = performance.now();
    if (index.progress().behind === 0) building = false;
    hooks.onProgress(status());
  };

  /** Does the next bit of work; false where there is none left. */
  const step = async (): Promise<boolean> => {
    if (closed || writer === null) return false;
    const isMore = writer.follow(SLICE);
    if (!writer.hasUnwritten()) return writer.tidy();
    const pause = building ? BUILDING_PAUSE : BEHIND_PAUSE;
    const wait = lastFlush + (isMore ? pause : PAUSE) - performance.now();
    if (writer.isFull() || wait <= 0) {
      flush(writer);
      const until = performance.now() + TIDYING;
      if (isMore) while (performance.now() < until && writer.tidy());
    } else if (!isMore && !writer.tidy()) await setTimeout(Math.min(wait, SLICE));
    return true;
  };

  const drain = async (): Promise<void> => {
    working = true;
    try {
      while (await step()) await setImmediate();
      writer?.rest();
    } finally {
      working = false;
    }
  };

  /**
   * Runs `task` and then works off what there is to do. A damaged index is replaced. Any other failure is told
   * to those who ask for the status, and the next change tries again.
   */
  const start = (task: () => Promise<void> | void): Promise<void> => {
    const before = work ?? Promise.resolve();
    failure = null;
    const run = before.then(task).catch(async (error: unknown) => {
      if (!isCorruption(error)) throw error;
      await replace();
    });
    work = run
      .then(drain)
      .catch(async (error: unknown) => {
        if (!isCorruption(error)) throw error;
        await replace();
        await drain();
      })
      .catch((error: unknown) => {
        failure = error;
      });
    return run;
  };

  /** Work under way finds new changes by itself. */
  const wake = (): void => {
    if (!working) void start(() => undefined);
  };

  return {
    open: () =>
      start(() => {
        writer = openWriter();
        building = writer.isEmpty();
        writer.compare();
        hooks.onProgress(status());
      }).catch((error: unknown) => {
        throw unwritable(folder.search, error);
      }),
    changed: wake,
    status() {
      const now = status();
      if (!now.ready) wake();
      return now;
    },
    rebuild: () => start(replace),
    async close() {
      closed = true;
      await work;
      if (writer?.hasUnwritten() === true && failure === null) writer.flush();
      writer?.close();
      library?.close();
    },
  };
}
