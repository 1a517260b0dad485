/** Files on their way from the browser into the library. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { largestImport } from '#core/index.ts';

/** Bytes kept beyond the importer's limit, by which it sees the excess. */
const EXCESS = 1024 * 1024;
/** File systems allow names of 255 bytes. */
const NAME_BYTES = 200;

const PREFIX = 'dossier-staging-';
/** Up to the name: also of a staging folder of an earlier start, whose import was cut off. */
const STAGED = new RegExp(`^.*[/\\\\]${PREFIX}[^/\\\\]+[/\\\\]\\d+[/\\\\]`, 'u');

export interface Staging {
  /** Writes a file and returns its path. Rejects where the upload breaks off or the disk is full. */
  add(name: string, body: Readable): Promise<string>;
  /** Whether a path is one that `add` returned and `remove` has not taken back, or leads into such an archive. */
  has(path: string): boolean;
  /** A staged path as the analyst knows the file; any other path as it is. */
  ownName(path: string): string;
  remove(paths: string[]): Promise<void>;
  /** With `keep` the files stay for the system to clear away: an import has not come to them yet. */
  close(keep?: boolean): Promise<void>;
}

/** The folder is readable by this user only, and goes with `close` unless that keeps it. */
export async function openStaging(): Promise<Staging> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const staged = new Set<string>();
  let count = 0;
  return {
    async add(name, body) {
      count += 1;
      // A folder for each file: the name stays what the analyst knows, and two of one name do not meet.
      const own = join(folder, String(count));
      const path = join(own, fileName(name));
      await mkdir(own);
      try {
        await receive(body, path, largestImport(path) + EXCESS);
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        throw error;
      }
      staged.add(path);
      return path;
    },
    has: (path) =>
      staged.has(path) || [...staged].some((one) => /\.zip$/iu.test(one) && path.startsWith(`${one}/`)),
    ownName: (path) => path.replace(STAGED, ''),
    async remove(paths) {
      for (const path of paths)
        if (staged.delete(path)) await rm(dirname(path), { recursive: true, force: true });
    },
    async close(keep = false) {
      staged.clear();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Of a file that is too large only the length is kept, as a sparse file: the import then refuses it by its
 * own rule and in its own words, and the rest of the batch goes on.
 */
async function receive(body: Readable, path: string, most: number): Promise<void> {
  let length = 0;
  const kept = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of source) {
      length += part.length;
      if (length <= most) yield part;
    }
  };
  await pipeline(body, kept, createWriteStream(path, { mode: 0o600 }));
  if (length > most) await truncate(path, length);
}

/** A name that is safe in one folder of any file system. */
function fileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/').replaceAll(sep, '/'))
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/gu, '_')
    .replace(/[. ]+$/u, '');
  if (last === '') return 'file';
  if (Buffer.byteLength(last) <= NAME_BYTES) return last;
  const ending = /\.[^.]{1,10}$/u.exec(last)?.[0] ?? '';
  let stem = last.slice(0, last.length - ending.length);
  while (Buffer.byteLength(stem + ending) > NAME_BYTES)
    stem = stem.slice(0, stem.codePointAt(stem.length - 2)! > 0xffff ? -2 : -1);
  return stem + ending;
}
