/** One Dossier at a time on a library. */
import { existsSync, rmSync } from 'node:fs';
import { errorCode, openReadWrite } from './connect.ts';
import { locked } from './errors.ts';
import type { LibraryFolder } from './folder.ts';

export interface LibraryLock {
  release: () => void;
  /** Releases the lock and leaves no lock file where there was none. */
  undo: () => void;
}

/**
 * Takes the lock, or throws `library_locked` at once. The lock is SQLite's exclusive lock on an empty
 * database, so the operating system frees it when the process ends in whatever way. Never open the lock
 * file by other means: on POSIX systems closing any descriptor of a file drops the process's locks on it.
 */
export function lockLibrary(folder: LibraryFolder): LibraryLock {
  const existed = existsSync(folder.lock);
  const db = openReadWrite(folder.lock, { create: true, timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (errorCode(error).startsWith('SQLITE_BUSY')) throw locked(folder.path, error);
    throw error;
  }
  const release = (): void => {
    db.close();
  };
  return {
    release,
    undo() {
      release();
      if (!existed) rmSync(folder.lock, { force: true });
    },
  };
}
