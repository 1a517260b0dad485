/** The files beside a Markdown file: on the disk, or handed over with it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { percentDecoded } from '#domain/percentDecoded.ts';

export interface Beside {
  /** Null where there is none, and for whatever lies outside the file's own folder. */
  read(path: string): Promise<Uint8Array | null>;
}

/** Bytes; pictures and references are smaller. */
const LARGEST = 200_000_000;

/** A path of the file, as people write it; null for an address, or one that leads out of the folder. */
function inside(path: string): string | null {
  const decoded = percentDecoded(path);
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/iu.test(decoded) || decoded.includes('\0')) return null;
  const normal = normalize(decoded);
  return normal === '..' || normal.startsWith(`..${sep}`) ? null : normal;
}

/** No link on the disk leads out of the folder either: what is read goes into the library. */
export function besideOnDisk(file: string): Beside {
  const folder = dirname(file);
  return {
    async read(path) {
      const name = inside(path);
      if (name === null) return null;
      try {
        const [root, found] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
        if (!found.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
        const { size } = await stat(found);
        return size > LARGEST ? null : new Uint8Array(await readFile(found));
      } catch {
        return null;
      }
    },
  };
}

/** Browsers hand over files without their folders: the name alone is enough where only one has it. */
export function besideInMemory(files: readonly { path: string; bytes: Uint8Array }[]): Beside {
  const plain = (path: string): string => path.replaceAll('\\', '/');
  return {
    read(path) {
      const name = inside(path);
      if (name === null) return Promise.resolve(null);
      const wanted = plain(name);
      const exact = files.find((file) => plain(file.path) === wanted);
      const named = files.filter((file) => basename(plain(file.path)) === basename(wanted));
      return Promise.resolve(exact?.bytes ?? (named.length === 1 ? named[0]!.bytes : null));
    },
  };
}
