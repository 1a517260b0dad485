/** Keeps `search.sqlite` in step with `library.sqlite`. The index's only writer; runs in a thread of its own. */
import { setImmediate } from 'node:timers/promises';
import { DossierError } from '#contract/errors.ts';
import type { SearchStatus } from '#contract/search.ts';
import { type Database, isCorruption, openReadOnly } from '../db/connect.ts';
import type { LibraryFolder } from '../db/folder.ts';
import { openIndex, removeIndex } from './indexFile.ts';
import { createIndexWriter, type IndexWriter } from './indexWriter.ts';
import { readArticle, readStamps } from './source.ts';

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
  /** Articles were added, changed or removed. */
  changed(ids: number[]): void;
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

/** Milliseconds of work between commits. Fewer, larger commits make fewer segments to search in. */
const BATCH = 150;

export function createIndexer(
  folder: Pick<LibraryFolder, 'library' | 'search'>,
  hooks: IndexerHooks,
): Indexer {
  let library: Database | null = null;
  let writer: IndexWriter | null = null;
  let total = 0;
  const queue = new Set<number>();
  let work: Promise<void> | null = null;
  let failure: unknown = null;
  let closed = false;
  /** Whether the index began empty and has not caught up since. */
  let building = true;

  const source = (): Database => (library ??= openReadOnly(folder.library));

  const status = (): SearchStatus => {
    if (failure !== null) throw unwritable(folder.search, failure);
    const ready = writer !== null && queue.size === 0;
    const busy = building ? 'building' : 'updating';
    return {
      indexed: Math.max(0, total - queue.size),
      total,
      ready,
      state: ready ? 'ready' : busy,
    };
  };

  /** Queues what the index lacks, has otherwise, or has although the library does not. */
  const compare = (index: IndexWriter): void => {
    const wanted = readStamps(source());
    const stamps = index.stamps();
    total = wanted.size;
    building = stamps.size === 0;
    for (const [id, stamp] of stamps)
      if (wanted.get(id) === stamp) wanted.delete(id);
      else queue.add(id);
    for (const id of wanted.keys()) queue.add(id);
  };

  const replace = async (): Promise<void> => {
    writer?.close();
    writer = null;
    await hooks.beforeReplace();
    removeIndex(folder.search);
    writer = createIndexWriter(openIndex(folder.search));
    hooks.afterReplace();
    compare(writer);
  };

  const batch = (index: IndexWriter): void => {
    const until = performance.now() + BATCH;
    const done: number[] = [];
    index.transaction(() => {
      for (const id of queue) {
        index.put(id, readArticle(source(), id));
        done.push(id);
        if (performance.now() > until) break;
      }
    });
    for (const id of done) queue.delete(id);
    if (queue.size === 0) building = false;
  };

  /** Does the next bit of work; false where there is none left. */
  const step = (): boolean => {
    if (closed || writer === null) return false;
    if (queue.size === 0) return writer.merge();
    batch(writer);
    hooks.onProgress(status());
    return true;
  };

  const drain = async (): Promise<void> => {
    while (step()) await setImmediate();
  };

  /**
   * Runs `task` and then works the queue off. A damaged index is replaced. Any other failure is told to those
   * who ask for the status, and the next change tries again.
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

  return {
    open: () =>
      start(() => {
        writer = createIndexWriter(openIndex(folder.search));
        compare(writer);
        hooks.onProgress(status());
      }).catch((error: unknown) => {
        throw unwritable(folder.search, error);
      }),
    changed(ids) {
      for (const id of ids) queue.add(id);
      total = source().prepare<[], number>('SELECT count(*) FROM article').pluck().get() ?? 0;
      void start(() => undefined);
    },
    status,
    rebuild: () => start(replace),
    async close() {
      closed = true;
      await work;
      writer?.close();
      library?.close();
    },
  };
}
