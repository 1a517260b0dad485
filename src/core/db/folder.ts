/** The layout of a library on disk. */
import { join } from 'node:path';

export interface LibraryFolder {
  /** The folder itself, absolute. */
  path: string;
  /** The truth. */
  library: string;
  /** The search index: separate, rebuildable. */
  search: string;
  /** By which near-duplicates are found: separate, rebuildable. */
  duplicates: string;
  /** Held for as long as the library is open. */
  lock: string;
  /** Each imported file as it came, named by its SHA-256. */
  originals: string;
  /** The pictures of briefs, each named by its SHA-256. */
  pictures: string;
  /** House designs for PDFs: a folder each. */
  templates: string;
  /** Citation styles that were installed: `.csl` files. */
  styles: string;
  backups: string;
}

export function libraryFolder(path: string): LibraryFolder {
  return {
    path,
    library: join(path, 'library.sqlite'),
    search: join(path, 'search.sqlite'),
    duplicates: join(path, 'duplicates.sqlite'),
    lock: join(path, 'library.lock'),
    originals: join(path, 'originals'),
    pictures: join(path, 'pictures'),
    templates: join(path, 'templates'),
    styles: join(path, 'styles'),
    backups: join(path, 'backups'),
  };
}
