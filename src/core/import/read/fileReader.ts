/** What the import thread does: it finds files, reads them into items a batch at a time, and keeps their originals. */
import { hash as digest } from 'node:crypto';
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import { countWords } from '#domain/article.ts';
import type { RememberedTable, TableInspection, TableMapping, TablePreview } from '#contract/importTables.ts';
import type { CslItem } from '#domain/csl.ts';
import { checkpoint, type Database, openReadOnly, openReadWrite } from '../../db/connect.ts';
import { breathe } from '../../worker/priority.ts';
import { pack, type PackedBatch } from '../batchWriter.ts';
import type { Position } from '../jobs/store.ts';
import { fileAt } from '../archive/member.ts';
import { rememberedTables } from '../table/remembered.ts';
import { findFiles, type FoundFiles } from '../walk.ts';
import { formatOf, readLimit } from './formats.ts';
import type { ReadItem } from './item.ts';
import { keepOriginals, type NewOriginal } from './originals.ts';
import { readItems } from './readItems.ts';
import { fileInMemory, type SourceFile } from './sourceFile.ts';

/** A batch ends after this long, in ms, or with so many items, or with so much text. */
const MOST_TIME = 40;
const MOST_ITEMS = 16;
const MOST_TEXT = 1_000_000;

/** Items that may have been written before this thread moves them into the library's file. */
const CHECKPOINT_ITEMS = 500;

interface ReadOriginal {
  sha256: string;
  name: string;
}

/** What became of one item, before the library has been asked whether it wants it. */
export type ReadResult = Position & { name: string } & (
    | {
        kind: 'article';
        metadata: ArticleMetadata;
        content: ArticleContent;
        words: number;
        original: ReadOriginal;
        messages: string[];
        tags: string[];
      }
    | { kind: 'reference'; csl: CslItem; original: ReadOriginal; messages: string[]; tags: string[] }
    /** The library holds these bytes; they were not read. */
    | { kind: 'known'; sha256: string }
    | { kind: 'refused'; message: string }
  );

interface ReadBatch {
  results: ReadResult[];
  /** Where reading goes on. */
  next: Position;
}

/** An item, or the end of a file that holds many, and where reading goes on behind it. */
interface Step {
  result?: ReadResult;
  next: Position;
}

interface FileToRead {
  /** Its number in the import. */
  file: number;
  path: string;
  mapping?: TableMapping | undefined;
  /** Why it is not to be tried: it stopped the thread before. */
  refuse?: string | undefined;
}

export interface FileReader {
  /** Begins to look for files under `paths`. */
  find(paths: string[]): void;
  /** At most `most` files more, and lines on what is none; null at the end. */
  found(most: number): Promise<FoundFiles | null>;
  /** Begins to read these files, of the first only what comes behind `item` items. */
  begin(files: FileToRead[], item: number): void;
  /**
   * The next items; their originals are on the disk when it resolves. Null behind the last file. Rejects where the
   * disk fails. May be called again before it has resolved: batches come in order.
   */
  next(): Promise<PackedBatch | null>;
  /** Reads bytes that are in no file, such as pasted text; keeps the original where `keep` says so. */
  readBytes(name: string, bytes: Uint8Array, keep: boolean): Promise<ReadResult[]>;
  /** Reads one file, and keeps what its items came from. */
  readFile(path: string): Promise<ReadResult[]>;
  /** Columns of a dump. Rejects with `file_unreadable`. */
  inspectTable(path: string, header: boolean | undefined): Promise<TableInspection>;
  /** The first articles of a dump. Rejects with `file_unreadable`. */
  previewTable(path: string, mapping: TableMapping): Promise<TablePreview[]>;
}

export interface FileReaderData {
  /** Path of `library.sqlite`. */
  library: string;
  /** Folder of the originals. */
  originals: string;
  /** Three Int32: the number of the file at hand, a count that moves with every item, and how long one may take, in ms. */
  at: SharedArrayBuffer;
}

export function createFileReader(data: FileReaderData): FileReader {
  const at = new Int32Array(data.at);
  let library: Database | null = null;
  let isKnown: ((sha256: string) => boolean) | null = null;
  let walk: AsyncGenerator<FoundFiles> | null = null;
  let items: AsyncGenerator<Step> | null = null;
  /** The batch before, with its originals. */
  let last: Promise<unknown> = Promise.resolve();
  let reading: Promise<unknown> = Promise.resolve();
  let failure: { error: unknown } | null = null;
  /** Writes nothing but what the core committed. */
  let mover: Database | null = null;
  let unmoved = 0;
  /** Just looked up, and not in the library. */
  let lastUnknown = '';
  let lastHashed: { bytes: Uint8Array; sha256: string } | null = null;
  /** Of the batch at hand. */
  let originals: NewOriginal[] = [];

  const hash = (bytes: Uint8Array): string => {
    if (lastHashed?.bytes !== bytes) lastHashed = { bytes, sha256: digest('sha256', bytes, 'hex') };
    return lastHashed.sha256;
  };

  const known = (sha256: string): boolean => {
    if (isKnown === null) {
      library ??= openReadOnly(data.library);
      const statement = library
        .prepare<[string], number>('SELECT 1 FROM article_version WHERE original_sha256 = ?')
        .pluck();
      isKnown = (hash) => statement.get(hash) !== undefined;
    }
    return isKnown(sha256);
  };

  const remembered = (): RememberedTable[] => {
    library ??= openReadOnly(data.library);
    return rememberedTables(library);
  };

  const asResult = (item: ReadItem, position: Position, into: NewOriginal[]): ReadResult => {
    if (item.kind === 'refused')
      return { ...position, kind: 'refused', name: item.name, message: item.message };
    const { name, bytes } = item.original;
    const sha256 = hash(bytes);
    if (lastUnknown !== sha256 && known(sha256)) return { ...position, kind: 'known', name, sha256 };
    into.push({ sha256, bytes });
    const more = { original: { sha256, name }, name, messages: item.messages, tags: item.tags ?? [] };
    if (item.kind === 'reference') return { ...position, kind: 'reference', csl: item.csl, ...more };
    const { metadata, content } = item;
    return { ...position, kind: 'article', metadata, content, words: countWords(content.text), ...more };
  };

  /** A document whose bytes the library holds is not read. */
  const knownDocument = async (file: SourceFile): Promise<{ known: string } | SourceFile> => {
    if (formatOf(file.name)?.kind !== 'document' || file.size === 0 || file.size > 50_000_000) return file;
    const bytes = await file.bytes();
    const sha256 = hash(bytes);
    if (known(sha256)) return { known: sha256 };
    lastUnknown = sha256;
    return fileInMemory(file.name, bytes);
  };

  async function* readFile(
    { file, path, mapping, refuse }: FileToRead,
    skip: number,
  ): AsyncGenerator<ReadResult> {
    const name = path.split(/[/\\]/u).at(-1)!;
    let item = skip;
    const position = (): Position => ({ file, item });
    if (refuse !== undefined) {
      yield { ...position(), kind: 'refused', name, message: refuse };
      return;
    }
    try {
      const source = await knownDocument(await fileAt(path));
      if ('known' in source) {
        yield { ...position(), kind: 'known', name, sha256: source.known };
        return;
      }
      let index = 0;
      const options = isContainer(name) ? { mapping, remembered: remembered() } : {};
      for await (const read of readItems(source, options)) {
        Atomics.add(at, 1, 1);
        index += 1;
        if (index <= skip) continue;
        // Looked up at each item: it may fall into another batch than the last one.
        yield asResult(read, position(), originals);
        item = index;
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      yield { ...position(), kind: 'refused', name, message };
    }
  }

  async function* readAll(files: FileToRead[], item: number): AsyncGenerator<Step> {
    for (const [index, file] of files.entries()) {
      breathe();
      Atomics.store(at, 0, file.file);
      Atomics.add(at, 1, 1);
      Atomics.store(at, 2, readLimit(file.path));
      const isOne = !isContainer(file.path);
      for await (const result of readFile(file, index === 0 ? item : 0))
        yield { result, next: isOne ? behind(file) : { file: file.file, item: result.item + 1 } };
      if (!isOne) yield { next: behind(file) };
    }
  }

  /** Here and not in the core, which others wait for. */
  const moveCommitted = (): void => {
    mover ??= openReadWrite(data.library);
    checkpoint(mover);
    unmoved = 0;
  };

  const readBatch = async (): Promise<{ batch: ReadBatch; originals: NewOriginal[] } | null> => {
    if (items === null) return null;
    if (unmoved >= CHECKPOINT_ITEMS) moveCommitted();
    originals = [];
    const results: ReadResult[] = [];
    let next: Position | null = null;
    let text = 0;
    const until = performance.now() + MOST_TIME;
    for (;;) {
      const { value, done } = await items.next();
      if (done === true) {
        items = null;
        break;
      }
      ({ next } = value);
      if (value.result !== undefined) results.push(value.result);
      if (value.result?.kind === 'article') text += value.result.content.text.length;
      if (results.length >= MOST_ITEMS || text >= MOST_TEXT || performance.now() > until) break;
    }
    unmoved += results.length;
    return next === null ? null : { batch: { results, next }, originals };
  };

  /** Of a batch whose originals could not all be kept only what comes before the first that could not. */
  const keepBatch = async (
    read: { batch: ReadBatch; originals: NewOriginal[] },
    before: Promise<unknown>,
  ): Promise<ReadBatch> => {
    const { kept, error } = await keepOriginals(data.originals, read.originals);
    await before.catch(() => undefined);
    if (failure !== null) throw failure.error;
    if (error === undefined) return read.batch;
    failure = { error };
    const lost = read.originals[kept]!.sha256;
    const index = read.batch.results.findIndex(
      (result) => 'original' in result && result.original.sha256 === lost,
    );
    if (index <= 0) throw error;
    const { file, item } = read.batch.results[index]!;
    return { results: read.batch.results.slice(0, index), next: { file, item } };
  };

  const kept = async (
    reads: ReturnType<typeof readBatch>,
    before: Promise<unknown>,
  ): Promise<PackedBatch | null> => {
    const read = await reads;
    if (read === null) return null;
    const { results, next } = await keepBatch(read, before);
    return pack(results, next);
  };

  /** Reads a file that belongs to no import. */
  const readAlone = async (file: SourceFile, keep: boolean): Promise<ReadResult[]> => {
    const own: NewOriginal[] = [];
    const results: ReadResult[] = [];
    for await (const item of readItems(file))
      results.push(asResult(item, { file: 0, item: results.length }, own));
    if (!keep) return results;
    const { error } = await keepOriginals(data.originals, own);
    if (error !== undefined) throw error;
    return results;
  };

  /** Marks the file at hand, so that the limit of time counts. */
  const timed = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    Atomics.store(at, 2, readLimit(name));
    Atomics.store(at, 0, 0);
    Atomics.add(at, 1, 1);
    try {
      return await run();
    } finally {
      Atomics.store(at, 0, -1);
    }
  };

  return {
    find(paths) {
      walk = findFiles(paths);
    },
    async found(most) {
      if (walk === null) return null;
      const found: FoundFiles = { files: [], lines: [] };
      for (;;) {
        const { value, done } = await walk.next();
        if (done === true) {
          walk = null;
          return found.files.length === 0 && found.lines.length === 0 ? null : found;
        }
        Atomics.add(at, 1, 1);
        found.files.push(...value.files);
        found.lines.push(...value.lines);
        if (found.files.length >= most) return found;
      }
    },
    begin(files, item) {
      failure = null;
      items = readAll(files, item);
    },
    next() {
      const before = last;
      const read = reading.then(readBatch);
      reading = read.catch(() => undefined);
      const batch = kept(read, before);
      last = batch.catch(() => undefined);
      return batch;
    },
    readBytes: (name, bytes, keep) => readAlone(fileInMemory(name, bytes), keep),
    readFile: (path) => timed(path, async () => readAlone(await fileAt(path), true)),
    inspectTable: (path, header) =>
      timed(path, async () => {
        const { describeTable } = await import('../table/describe.ts');
        return describeTable(await fileAt(path), header, remembered());
      }),
    previewTable: (path, mapping) =>
      timed(path, async () => {
        const { previewTable } = await import('../table/describe.ts');
        return previewTable(await fileAt(path), mapping);
      }),
  };
}

function isContainer(path: string): boolean {
  return formatOf(path)?.kind === 'container';
}

function behind({ file }: FileToRead): Position {
  return { file: file + 1, item: 0 };
}
