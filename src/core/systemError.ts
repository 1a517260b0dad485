/** Words what the disk can do to any operation that writes or reads. */
import { DossierError, type ErrorCode } from '#contract/errors.ts';
import { errorCode } from './db/connect.ts';

/** Codes of SQLite and of the file system, in the order in which they are tried. */
const FAILURES: [pattern: RegExp, code: ErrorCode, message: string][] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'file_unwritable',
    'The disk is full: this was not saved. Nothing that was saved before is lost. Free some space and try again.',
  ],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/,
    'library_read_only',
    'The system does not let Dossier write there: this was not saved. Allow writing to the library’s folder and try again.',
  ],
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    'library_corrupt',
    'A part of the library is damaged. Close Dossier, and put back a copy from the library’s folder backups.',
  ],
  [
    /^(SQLITE_IOERR|EIO)/,
    'file_unwritable',
    'The disk reports an error: this was not saved. Copy the library to another disk and open it there.',
  ],
];

/** The DossierError for a failure of the disk; null for any other error. */
export function systemError(error: unknown): DossierError | null {
  const code = errorCode(error);
  const found = FAILURES.find(([pattern]) => pattern.test(code));
  return found === undefined ? null : new DossierError(found[1], found[2], { cause: error });
}
