/** A file to read, wherever it is: on the disk, inside a container, or pasted. */
import { createReadStream, readFileSync, type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';

/** Bytes. */
const SMALL = 256 * 1024;

export interface SourceFile {
  /** Without its folder; its ending says how to read it. */
  name: string;
  /** Bytes. */
  size: number;
  /** Where it lies, for a file on the disk. */
  path?: string;
  /** Name of the mail that it is attached to. */
  within?: string;
  /** All of it. For documents, which have a size limit; containers that may be huge read the stream. */
  bytes(): Promise<Uint8Array>;
  stream(): AsyncIterable<Uint8Array>;
}

/** Throws `file_unreadable` where nothing that can be read is there; so do `bytes` and `stream` later. */
export function fileOnDisk(path: string): SourceFile {
  const name = basename(path);
  const found = lookAt(path);
  if (!found.isFile()) throw new DossierError('file_unreadable', `“${name}” is not a file.`);
  return {
    name,
    size: found.size,
    path,
    async bytes() {
      // So it does for a small file.
      const read = found.size < SMALL ? readSmall(path) : readFile(path);
      const bytes = await read.catch((error: unknown) => {
        throw unreadable(path, error);
      });
      if (bytes.length > found.size) throw grew(name);
      if (bytes.length < found.size || isAnother(path, found)) throw changed(name);
      return bytes;
    },
    async *stream() {
      let length = 0;
      try {
        for await (const chunk of createReadStream(path)) {
          length += (chunk as Buffer).length;
          if (length > found.size) throw grew(name);
          yield chunk as Buffer;
        }
        if (length < found.size || isAnother(path, found)) throw changed(name);
      } catch (error) {
        throw error instanceof DossierError ? error : unreadable(path, error);
      }
    },
  };
}

/** At once: hopping to another thread costs more. */
function lookAt(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Whether the file was written since: what was read may be half the old one and half the new one. */
function isAnother(path: string, { size, mtimeMs }: Stats): boolean {
  const now = lookAt(path);
  return now.size !== size || now.mtimeMs !== mtimeMs;
}

async function readSmall(path: string): Promise<Uint8Array> {
  return readFileSync(path);
}

export function fileInMemory(name: string, bytes: Uint8Array): SourceFile {
  return {
    name,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    async *stream() {
      yield await Promise.resolve(bytes);
    },
  };
}

function changed(name: string): DossierError {
  return new DossierError(
    'file_unreadable',
    `“${name}” changed while it was read. Wait until it is written and import it again.`,
  );
}

/** A file that grows while it is read would slip past the limit of its size. */
function grew(name: string): DossierError {
  return new DossierError(
    'file_unreadable',
    `“${name}” grew while it was read. Wait until it is written and import it again.`,
  );
}

function unreadable(path: string, error: unknown): DossierError {
  const name = basename(path);
  const { code } = error as NodeJS.ErrnoException;
  const message =
    code === 'ENOENT'
      ? `There is no file ${path}.`
      : code === 'EACCES' || code === 'EPERM'
        ? `Dossier may not read “${name}”. Allow reading it and import it again.`
        : `“${name}” could not be read from the disk (${code ?? String(error)}).`;
  return new DossierError('file_unreadable', message, { cause: error });
}
