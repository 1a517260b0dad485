/** Opens a library folder for writing, or says why not and leaves it as it was. */
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs';
import { resolve } from 'node:path';
import { backUp } from './backup.ts';
import { type Database, openReadWrite } from './connect.ts';
import { corrupt, libraryError, missing, newer } from './errors.ts';
import { type LibraryFolder, libraryFolder } from './folder.ts';
import { lockLibrary } from './lock.ts';
import { migrate, type Migration, schemaState } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** `DOSR` in the header of a library, https://sqlite.org/fileformat2.html#application_id */
export const APPLICATION_ID = 0x444f5352;

export interface OpenLibrary {
  /** Reads and writes. */
  db: Database;
  folder: LibraryFolder;
  /** Closes the connection and gives the lock free. */
  close: () => void;
}

/**
 * Opens the library in the folder `path`. Throws a DossierError, and then nothing in the folder has changed:
 * `library_missing`, `library_locked`, `library_read_only`, `library_newer` or `library_corrupt`.
 *
 * With `create` it makes a library where there is none: in a new folder, or beside the files of one that holds
 * nothing of a library. Files that are not ours are left alone. A folder with `originals`, `backups` or
 * `search.sqlite` but without `library.sqlite` has lost its library: that is `library_missing`, not a place
 * for a new one.
 *
 * An older library is copied to `backups/` before its schema is brought up to date.
 */
export function openLibrary(
  options: { path: string; create: boolean },
  shipped: readonly Migration[] = migrations,
): OpenLibrary {
  const folder = libraryFolder(resolve(options.path));
  try {
    const exists = checkFolder(folder, options.create);
    return openLocked(folder, exists, shipped);
  } catch (error) {
    throw libraryError(error, folder.path);
  }
}

/** Whether there is a library already. Makes the folder where one is to be created. */
function checkFolder(folder: LibraryFolder, create: boolean): boolean {
  const found = status(folder.path);
  if (found !== null && !found.isDirectory()) throw missing(folder.path, 'that is a file, not a folder');
  const library = status(folder.library);
  if (library === null) {
    if (!create)
      throw missing(
        folder.path,
        found === null ? 'the folder does not exist' : 'it has no file library.sqlite',
      );
    const traces = found === null ? [] : tracesOfLibrary(folder);
    if (traces.length > 0)
      throw missing(
        folder.path,
        `its file library.sqlite is gone, but ${traces.join(' and ')} of it are there. Put library.sqlite back, for instance from the folder backups, or choose another folder`,
      );
    mkdirSync(folder.path, { recursive: true });
  } else if (!library.isFile()) throw corrupt(folder.path, 'it is not a file');
  else if (library.size === 0) throw corrupt(folder.path, 'it is empty');
  else accessSync(folder.library, constants.R_OK | constants.W_OK);
  accessSync(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
  return library !== null;
}

function tracesOfLibrary(folder: LibraryFolder): string[] {
  return (['originals', 'backups', 'search'] as const).filter((part) => isFilled(folder[part]));
}

/** Whether there is a file, or a folder with something in it. */
function isFilled(path: string): boolean {
  const found = status(path);
  return found !== null && (!found.isDirectory() || readdirSync(path).length > 0);
}

function openLocked(folder: LibraryFolder, exists: boolean, shipped: readonly Migration[]): OpenLibrary {
  const lock = lockLibrary(folder);
  let db: Database | undefined;
  try {
    if (!exists) createDatabase(folder, shipped);
    db = openReadWrite(folder.library);
    const pending = checkSchema(db, folder, shipped);
    configure(db);
    if (pending.length > 0) {
      backUp(db, folder, `before-${pending.at(-1)}`);
      migrate(db, shipped);
    }
    mkdirSync(folder.originals, { recursive: true });
    mkdirSync(folder.backups, { recursive: true });
  } catch (error) {
    db?.close();
    lock.undo();
    throw error;
  }
  const opened = db;
  return {
    db: opened,
    folder,
    close() {
      opened.close();
      lock.release();
    },
  };
}

/** Under another name until it is whole: an interrupted start leaves no half library behind. */
function createDatabase(folder: LibraryFolder, shipped: readonly Migration[]): void {
  const unfinished = `${folder.library}.new`;
  for (const ending of ['', '-journal']) rmSync(unfinished + ending, { force: true });
  const db = openReadWrite(unfinished, { create: true });
  try {
    db.pragma('page_size = 8192');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, shipped);
  } finally {
    db.close();
  }
  renameSync(unfinished, folder.library);
}

/** The ids of the pending migrations. Reads only. */
function checkSchema(db: Database, folder: LibraryFolder, shipped: readonly Migration[]): number[] {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw corrupt(folder.path, 'it belongs to another program');
  const state = schemaState(db, shipped);
  if (state.kind === 'newer') throw newer(folder.path);
  if (state.kind === 'broken') throw corrupt(folder.path, 'its schema is none that Dossier has had');
  return state.pending;
}

function configure(db: Database): void {
  db.pragma('journal_mode = WAL');
  // In WAL mode NORMAL may lose the last commits at a power cut: an acknowledged save must not be lost.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  db.pragma('mmap_size = 0');
}

function status(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
