/** Copies of `library.sqlite` in `backups/`. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './connect.ts';
import type { LibraryFolder } from './folder.ts';

/** Copies kept; older ones are deleted. */
export const BACKUPS_KEPT = 5;

const BACKUP_NAME = /^library-\d{8}T\d{9}Z-.*\.sqlite$/;

/** Writes a whole, compact copy of the library and returns its path. `reason` goes into the file's name. */
export function backUp(db: Database, folder: LibraryFolder, reason: string): string {
  mkdirSync(folder.backups, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const path = join(folder.backups, `library-${stamp}-${reason}.sqlite`);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, path);
  const copies = readdirSync(folder.backups).filter((name) => BACKUP_NAME.test(name));
  for (const old of copies.toSorted().slice(0, -BACKUPS_KEPT)) rmSync(join(folder.backups, old));
  return path;
}
