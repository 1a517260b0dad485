/** The list of watched folders, and which of their files have been seen. */
import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { WatchedFolder } from '#contract/import.ts';
import type { CoreContext } from '../../context.ts';

const SETTING = 'import.watched';

/** A state of a file: another one is another file to import. */
export interface SeenFile {
  path: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
}

export interface Folders {
  list(): Omit<WatchedFolder, 'problem'>[];
  /** Throws `invalid_input` for what cannot be watched. */
  set(path: string, on: boolean): void;
  remove(path: string): void;
  isNew(file: SeenFile): boolean;
  markSeen(files: readonly SeenFile[]): void;
}

export function createFolders({ db, folder }: Pick<CoreContext, 'db' | 'folder'>): Folders {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const write = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const seen = db.prepare<[string], { size: number; modified: number }>(
    'SELECT size, modified FROM watched_file WHERE path = ?',
  );
  const mark = db.prepare('INSERT OR REPLACE INTO watched_file (path, size, modified) VALUES (?, ?, ?)');

  const list = (): ReturnType<Folders['list']> =>
    JSON.parse(read.get(SETTING) ?? '[]') as ReturnType<Folders['list']>;
  const keep = (folders: ReturnType<Folders['list']>): void =>
    void write.run(SETTING, JSON.stringify(folders));

  return {
    list,
    set(path, on) {
      const own = resolve(path);
      const there = list();
      if (there.some((one) => one.path === own)) {
        keep(there.map((one) => (one.path === own ? { path: own, on } : one)));
        return;
      }
      check(path, own, folder.path);
      keep([...there, { path: own, on }]);
    },
    remove(path) {
      keep(list().filter((one) => one.path !== path));
    },
    isNew({ path, size, modified }) {
      const known = seen.get(path);
      return known?.size !== size || known.modified !== modified;
    },
    markSeen(files) {
      for (const { path, size, modified } of files) mark.run(path, size, modified);
    },
  };
}

/** The library's own files must not be imported into it. */
function check(typed: string, path: string, library: string): void {
  const refuse = (why: string): never => {
    throw new DossierError('invalid_input', `${path} cannot be watched: ${why}.`);
  };
  if (!isAbsolute(typed)) refuse('give the whole path of the folder, from the root on');
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) refuse('there is no such folder');
  else if (!found.isDirectory()) refuse('it is not a folder');
  if (isInside(library, path)) refuse('the library itself lies in it. Choose a folder beside it');
  if (isInside(path, library)) refuse('it is a part of the library. Choose a folder beside it');
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
