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
/** Milliseconds between writes. The first change after a pause is written at once. */
const PAUSE = 400;
/**
 * The same while many articles keep coming, as in an import: large segments take half the time of small ones to
 * write and to join.
 */
const STREAM_PAUSE = 8000;
/** Changes that are many, where they come within a pause. */
const MANY = 100;
/** Segments beyond which they are joined even then, and for how many milliseconds after a write. */
const MOST_SEGMENTS = 24;
const TIDYING = 2000;

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
  let lastChange = -Infinity;
  /** Many articles keep coming. */
  let isStream = false;

  const openWriter = (): IndexWriter => {
    library ??= openReadOnly(folder.library);
    return createIndexWriter(openIndex(folder.search), library);
  };

  const status = (): SearchStatus => {
    if (failure !== null) throw unwritable(folder.search, failure);
    const { total, behind } = writer?.progress() ?? { total: 0, behind: 1 };
    const ready = behind === 0 && writer?.unwritten() === 0;
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

  /** Joins segments while more articles come, where there are so many that searches would feel it. */
  const tidyBetween = async (index: IndexWriter): Promise<void> => {
    const until = performance.now() + TIDYING;
    while (index.segments() > MOST_SEGMENTS && index.tidy()) {
      await setImmediate();
      if (closed || performance.now() > until) return;
    }
  };

  /** Does the next bit of work; false where there is none left. */
  const step = async (): Promise<boolean> => {
    if (closed || writer === null) return false;
    const before = writer.unwritten();
    const isMore = writer.follow(SLICE);
    const taken = writer.unwritten();
    const now = performance.now();
    if (taken > before) lastChange = now;
    isStream = isMore || (now < lastChange + PAUSE && (isStream || taken >= MANY));
    const wait = lastFlush + (isStream ? STREAM_PAUSE : PAUSE) - now;
    if (taken > 0 && (wait <= 0 || writer.isFull())) {
      flush(writer);
      if (isStream) await tidyBetween(writer);
    } else if (isStream) {
      if (!isMore) await setTimeout(SLICE);
    } else if (!writer.tidy()) {
      if (taken === 0) return false;
      await setTimeout(Math.min(wait, SLICE));
    }
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
      if (writer !== null && writer.unwritten() > 0 && failure === null) writer.flush();
      writer?.close();
      library?.close();
    },
  };
}
