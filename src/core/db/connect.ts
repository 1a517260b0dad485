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

/** Pages of the write-ahead log at which a commit moves them into the database: SQLite's own, and while another does. */
const CHECKPOINT = 1000;
const LATE_CHECKPOINT = 8192;

/**
 * Leaves moving what was committed into the database to another connection, which calls `checkpoint`: that waits for
 * the disk, again and again while much is written. Where it falls behind, commits do it after all. Returns the end of it.
 */
export function leaveCheckpoints(db: Database.Database): () => void {
  db.pragma(`wal_autocheckpoint = ${LATE_CHECKPOINT}`);
  return () => db.pragma(`wal_autocheckpoint = ${CHECKPOINT}`);
}

/** Moves what others committed into the database, as far as that holds nobody up. */
export function checkpoint(db: Database.Database): void {
  db.pragma('wal_checkpoint(PASSIVE)');
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
