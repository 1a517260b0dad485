/** Opens SQLite files. The only module that loads better-sqlite3. */
import Database from 'better-sqlite3';

export type { Database } from 'better-sqlite3';

/** Milliseconds to wait for a lock that a reader or a backup program holds for a moment. */
const BUSY_TIMEOUT = 5000;

/** Opens an existing database for reading and writing; creates it where `create` says so. */
export function openReadWrite(
  path: string,
  options: { create?: boolean; timeout?: number } = {},
): Database.Database {
  return new Database(path, {
    fileMustExist: options.create !== true,
    timeout: options.timeout ?? BUSY_TIMEOUT,
  });
}

/** Opens an existing database that another connection writes. */
export function openReadOnly(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  db.pragma('temp_store = MEMORY');
  return db;
}

/**
 * Runs a transaction whose end does not wait for the disk: a power cut may undo it, and with it all later ones of its
 * kind, but nothing before it and never a part. The next transaction of any other kind puts it on the disk as well.
 */
export function writeBehind<T>(db: Database.Database, run: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return db.transaction(run).immediate();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** The code of an error of SQLite or of the file system (`SQLITE_BUSY`, `EACCES`), empty for other errors. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return String(error.code);
}

/** Whether SQLite found the file itself to be damaged, or to be no database. */
export function isCorruption(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error));
}
