/** Opens ZIP archives, and the documents that are ZIP archives, without trusting what they say of themselves. */
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { DossierError } from '#contract/errors.ts';
import { decodeNames } from './names.ts';
import { unreadable } from '../read/unreadable.ts';

export type ZipSource = { bytes: Uint8Array } | { path: string };

export interface ZipLimits {
  /** Most files in one archive. */
  entries: number;
  /** Largest file when unpacked, in bytes. */
  entrySize: number;
  /** All files when unpacked, in bytes. */
  totalSize: number;
  /** How many times its packed size a file of more than 1 MB may be; text stays under 30. */
  ratio: number;
}

export interface ZipOptions {
  /** The archive's file name, for messages. */
  name: string;
  /** What it should be: "an EPUB book"; "a ZIP archive" unless given. */
  kind?: string;
  limits?: Partial<ZipLimits>;
}

/** A file in an archive; folders and symbolic links are not listed. */
export interface ZipEntry {
  /** Path with "/" between folders: relative, without "..", as the archive writes it. */
  name: string;
  /** Bytes when unpacked, as the archive states; reading refuses any other size. */
  size: number;
  compressedSize: number;
  encrypted: boolean;
}

export interface Zip {
  /** In the order of the archive's directory. */
  entries: ZipEntry[];
  /** The first entry of that name. */
  find(name: string): ZipEntry | undefined;
  /** The unpacked bytes. Throws `file_unreadable` where the entry is encrypted, damaged or not of its stated size. */
  read(entry: ZipEntry): Promise<Uint8Array>;
  /** As `read`, in chunks. */
  stream(entry: ZipEntry): AsyncIterable<Uint8Array>;
  /** Needed for archives that were opened by path. */
  close(): void;
}

const DEFAULT_LIMITS: ZipLimits = {
  entries: 200_000,
  entrySize: 200 * 1024 * 1024,
  totalSize: 4 * 1024 * 1024 * 1024,
  ratio: 250,
};
/** Below this many bytes a file may be packed as tightly as it likes. */
const HARMLESS = 1024 * 1024;
/** Fixed part of the header before each file (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;
/** Unix file type in the upper half of the external attributes. */
const TYPE_MASK = 0o170_000;
const SYMBOLIC_LINK = 0o120_000;

/**
 * Throws `file_unreadable` for what is not a ZIP archive or damaged, and for archives that would do harm:
 * beyond the limits, with entries that overlap, or with paths that lead out of their folder.
 */
export async function openZip(source: ZipSource, options: ZipOptions): Promise<Zip> {
  const { name, kind = 'a ZIP archive' } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const damaged = (cause: unknown): DossierError => damagedZip(name, kind, cause);
  const file = await open(source).catch((error: unknown) => {
    throw damaged(error);
  });
  try {
    const records = await directory(file, limits, name).catch((error: unknown) => {
      throw error instanceof DossierError ? error : damaged(error);
    });
    refuseOverlap(records, file.fileSize, name);
    return zipOf(file, listFiles(records, limits, name), name);
  } catch (error) {
    file.close();
    throw error;
  }
}

function open(source: ZipSource): Promise<yauzl.ZipFile> {
  const options = { decodeStrings: false, autoClose: false };
  if ('path' in source) return yauzl.openPromise(source.path, options);
  const { buffer, byteOffset, byteLength } = source.bytes;
  return yauzl.fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), options);
}

async function directory(file: yauzl.ZipFile, limits: ZipLimits, name: string): Promise<yauzl.Entry[]> {
  const records: yauzl.Entry[] = [];
  for await (const record of file.eachEntry()) {
    records.push(record);
    if (records.length > limits.entries)
      throw refused(name, `it holds more than ${limits.entries.toLocaleString('en-GB')} files`);
  }
  return records;
}

/** Entries that share bytes unpack to far more than the archive's size would allow. */
function refuseOverlap(records: yauzl.Entry[], fileSize: number, name: string): void {
  const ordered = records.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, record] of ordered.entries()) {
    const end =
      record.relativeOffsetOfLocalHeader + LOCAL_HEADER + record.fileNameLength + record.compressedSize;
    const next = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? fileSize;
    if (end > next) throw refused(name, 'files in it overlap, as in archives made to do harm');
  }
}

type Listed = [ZipEntry, yauzl.Entry];

function listFiles(records: yauzl.Entry[], limits: ZipLimits, name: string): Listed[] {
  const names = decodeNames(records);
  let total = 0;
  const files: Listed[] = [];
  for (const [index, record] of records.entries()) {
    const path = names[index]!.replaceAll('\\', '/');
    if (leavesFolder(path)) throw refused(name, `it holds a path that leads out of its folder (“${path}”)`);
    const isLink = ((record.externalFileAttributes >>> 16) & TYPE_MASK) === SYMBOLIC_LINK;
    if (path.endsWith('/') || isLink) continue;
    const { uncompressedSize: size, compressedSize } = record;
    total += size;
    if (total > limits.totalSize)
      throw refused(name, `its files together unpack to ${over(limits.totalSize)}`);
    if (size > HARMLESS && size > compressedSize * limits.ratio)
      throw refused(
        name,
        `“${path}” unpacks to ${Math.round(size / Math.max(1, compressedSize))} times its size`,
      );
    if (size > limits.entrySize) throw refused(name, `“${path}” in it unpacks to ${over(limits.entrySize)}`);
    files.push([{ name: path, size, compressedSize, encrypted: record.isEncrypted() }, record]);
  }
  return files;
}

function leavesFolder(path: string): boolean {
  return /^\/|^[a-z]:/iu.test(path) || path.split('/').includes('..') || path.includes('\0');
}

function zipOf(file: yauzl.ZipFile, files: Listed[], name: string): Zip {
  const records = new Map(files);
  const byName = new Map<string, ZipEntry>();
  for (const [entry] of files) if (!byName.has(entry.name)) byName.set(entry.name, entry);

  async function* stream(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const record = records.get(entry);
    if (record === undefined) throw new Error('The entry is of another archive.');
    if (entry.encrypted) throw unreadable(`“${entry.name}” in “${name}” is protected by a password.`);
    let sum = 0;
    try {
      // The stream ends with an error at the first byte beyond the stated size.
      for await (const chunk of await file.openReadStreamPromise(record)) {
        sum = crc32(chunk as Uint8Array, sum);
        yield chunk as Uint8Array;
      }
    } catch (error) {
      throw unreadable(`“${entry.name}” in “${name}” is damaged and cannot be unpacked.`, error);
    }
    if (sum !== record.crc32)
      throw unreadable(`“${entry.name}” in “${name}” is damaged: its checksum is wrong.`);
  }

  return {
    entries: files.map(([entry]) => entry),
    find: (path) => byName.get(path),
    stream,
    async read(entry) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream(entry)) chunks.push(chunk);
      return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    },
    close: () => file.close(),
  };
}

function over(bytes: number): string {
  return `more than ${Math.round(bytes / 1024 / 1024).toLocaleString('en-GB')} MB`;
}

function damagedZip(name: string, kind: string, cause: unknown): DossierError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return unreadable(`There is no file “${name}”.`, cause);
  return unreadable(`“${name}” is not ${kind}, or it is damaged or was cut off.`, cause);
}

function refused(name: string, reason: string): DossierError {
  return unreadable(`“${name}” was not unpacked: ${reason}.`);
}
