/** Words what can keep a library from opening. */
import { DossierError } from '#contract/errors.ts';
import { errorCode, isCorruption } from './connect.ts';

/** The DossierError for a failure of SQLite or of the file system; an unknown failure is returned as it is. */
export function libraryError(error: unknown, path: string): unknown {
  if (error instanceof DossierError) return error;
  const code = errorCode(error);
  if (isCorruption(error)) return corrupt(path, 'it is damaged or is no database', error);
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/.test(code))
    return readOnly(path, error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return locked(path, error);
  return error;
}

export function missing(path: string, detail: string): DossierError {
  return new DossierError('library_missing', `There is no library in ${path}: ${detail}.`);
}

export function locked(path: string, cause?: unknown): DossierError {
  return new DossierError(
    'library_locked',
    `The library in ${path} is open in another Dossier. Go to that window, or close it and try again.`,
    { cause },
  );
}

function readOnly(path: string, cause?: unknown): DossierError {
  return new DossierError(
    'library_read_only',
    `Dossier may not write in ${path}. Allow writing to the folder and the files in it, or copy the library to another place and open it there.`,
    { cause },
  );
}

export function newer(path: string): DossierError {
  return new DossierError(
    'library_newer',
    `The library in ${path} was written by a newer Dossier. Nothing was changed. Update Dossier to open it.`,
  );
}

export function corrupt(path: string, detail: string, cause?: unknown): DossierError {
  return new DossierError(
    'library_corrupt',
    `The file library.sqlite in ${path} cannot be read: ${detail}. Nothing was changed. Put back a copy of it, for instance the latest one in the folder backups.`,
    { cause },
  );
}
