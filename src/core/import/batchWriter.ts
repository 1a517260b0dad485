/** What the writing thread does: it puts what was read into the library, so that nobody else waits for that. */
import { deserialize, serialize } from 'node:v8';
import { type Database, leaveCheckpoints, openReadWrite, writeBehind } from '../db/connect.ts';
import type { Job, JobStore, Position } from './jobs/store.ts';
import { createJobStore } from './jobs/store.ts';
import type { ReadResult } from './read/fileReader.ts';
import { breathe } from '../worker/priority.ts';
import { createLibraryWriter, type Written } from './write.ts';

/** Some of what was read, as it passes from the reading thread to the writing one: the core looks at none of it. */
export interface PackedBatch {
  results: Uint8Array;
  /** How many results these are. */
  items: number;
  /** Where reading goes on. */
  next: Position;
}

interface WrittenBatch {
  /** Articles that were added or changed. */
  changed: number[];
  /** Originals that no article needs after all. */
  unneeded: string[];
  /** The job's collection holds more than before. */
  filed: boolean;
  /** The last item's name. */
  last: string;
}

export interface BatchWriter {
  /** Writes a batch of a job with the position behind it. Throws where the disk or the database fails. */
  write(batch: PackedBatch, job: Pick<Job, 'id' | 'collection'>): WrittenBatch;
}

/** How long one transaction may keep others from writing, in ms, but for its last article. */
const WRITE_TIME = 8;
/** In KB, negative as SQLite counts it. */
const CACHE = -32_768;

export function pack(results: readonly ReadResult[], next: Position): PackedBatch {
  return { results: serialize(results), items: results.length, next };
}

/** `library` is the path of `library.sqlite`. */
export function createBatchWriter(library: string): BatchWriter {
  let open: { db: Database; store: JobStore; write: (result: ReadResult) => Written } | null = null;

  const opened = (): NonNullable<typeof open> => {
    if (open !== null) return open;
    const db = openReadWrite(library);
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = ${CACHE}`);
    db.pragma('temp_store = MEMORY');
    leaveCheckpoints(db);
    open = { db, store: createJobStore(db), write: createLibraryWriter(db) };
    return open;
  };

  return {
    /**
     * In short transactions, each with the position behind it, and none of them waits for the disk. What a power cut
     * undoes is read again; the job's own end puts everything on the disk.
     */
    write(batch, job) {
      const { db, store, write } = opened();
      const results = deserialize(batch.results) as ReadResult[];
      const done: WrittenBatch = {
        changed: [],
        unneeded: [],
        filed: false,
        last: results.at(-1)?.name ?? '',
      };
      let from = 0;
      do {
        const written: Written[] = [];
        const { to, filed } = writeBehind(db, () => {
          const until = performance.now() + WRITE_TIME;
          let at = from;
          for (; at < results.length && (at === from || performance.now() < until); at += 1) {
            written.push(write(results[at]!));
            breathe();
          }
          store.addEntries(
            job.id,
            written.map(({ entry }) => entry),
          );
          const articles = written.flatMap(({ entry }) => entry.articleId ?? []);
          const following = results[at];
          store.moveTo(
            job.id,
            following === undefined ? batch.next : { file: following.file, item: following.item },
          );
          return { to: at, filed: job.collection !== null && store.file(job.collection, articles) };
        });
        for (const { changed, unneeded } of written) {
          if (changed !== null) done.changed.push(changed);
          if (unneeded !== null) done.unneeded.push(unneeded);
        }
        done.filed ||= filed;
        from = to;
      } while (from < results.length);
      return done;
    },
  };
}
