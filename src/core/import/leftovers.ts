/** Originals that no version came from: they are removed, but never under the hands of whoever reads. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../db/connect.ts';
import type { LibraryFolder } from '../db/folder.ts';

export interface Leftovers {
  /** Runs what reads files and writes their articles. What it finds among the originals stays until it is over. */
  whileReading<T>(read: () => Promise<T>): Promise<T>;
  /** Removes those of these originals (SHA-256) that no version came from, as soon as nobody reads. */
  discard(sha256s: Iterable<string>): void;
  /** For when nobody reads any more: removes what is left at once. */
  end(): void;
}

/** Removed before the core's thread does something else. */
const STEP = 50;

export function createLeftovers(db: Database, folder: LibraryFolder): Leftovers {
  const isUsed = db
    .prepare<[string], number>('SELECT 1 FROM article_version WHERE original_sha256 = ?')
    .pluck();
  const waiting = new Set<string>();
  let readers = 0;
  let sweeping = false;

  const isDue = (): boolean => readers === 0 && waiting.size > 0;

  const removeFirst = (most: number): void => {
    for (const sha256 of [...waiting].slice(0, most)) {
      waiting.delete(sha256);
      if (isUsed.get(sha256) === undefined) remove(join(folder.originals, sha256));
    }
  };

  /**
   * A reader takes an original that is there for kept, and its row comes later. Removing waits for no other thread
   * between the look and the removal, so that nobody can begin to read in between.
   */
  const sweep = async (): Promise<void> => {
    if (sweeping) return;
    sweeping = true;
    while (isDue()) {
      removeFirst(STEP);
      await setImmediate();
    }
    sweeping = false;
  };

  return {
    async whileReading(read) {
      readers += 1;
      try {
        return await read();
      } finally {
        readers -= 1;
        void sweep();
      }
    },
    discard(sha256s) {
      for (const sha256 of sha256s) waiting.add(sha256);
      void sweep();
    },
    end() {
      if (readers === 0) removeFirst(waiting.size);
    },
  };
}

/** One that cannot be removed harms nobody: the library no longer refers to it. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays on the disk.
  }
}
