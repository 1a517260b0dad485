/** The terms of a segment, in order of code units, with where their postings and positions lie. */
import { crc32 } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { IndexDamage } from './damage.ts';

export interface Dictionary {
  size: number;
  term(index: number): string;
  /** Passages of the segment that hold the term, dead ones included. */
  df(index: number): number;
  /** Where its bytes lie in the streams. */
  postingsAt(index: number): number;
  postingsEnd(index: number): number;
  positionsAt(index: number): number;
  positionsEnd(index: number): number;
  /** The index of a term; −1 where the segment has none. */
  find(term: string): number;
  /** The index of the first term that is not before `text`. */
  lowerBound(text: string): number;
  /** Goes through terms from one index to before another without making strings of them. */
  walk(from: number, to: number, visit: (df: number, postingsAt: number) => void): void;
}

/** Terms of a block. Only its first one is written whole; the others say what they share with the one before. */
const BLOCK = 16;
/** A checksum of the rest, the number of terms, and the bytes of the blocks. */
const HEAD_BYTES = 12;
/** Of each block: where it begins, where its first postings do, and where its first positions do. */
const TABLES = 3;

export interface DictionaryWriter {
  /** Terms in order, all well-formed; ends are those of the streams so far. */
  add(term: string, df: number, postingsEnd: number, positionsEnd: number): void;
  finish(): Uint8Array;
}

export function createDictionaryWriter(): DictionaryWriter {
  const blocks = new ByteWriter(1 << 16);
  const tables: number[][] = [[], [], []];
  let size = 0;
  let before = Buffer.alloc(0);
  let postings = 0;
  let positions = 0;

  return {
    add(term, df, postingsEnd, positionsEnd) {
      const bytes = Buffer.from(term);
      let shared = 0;
      if (size % BLOCK === 0)
        for (const [table, at] of [blocks.length, postings, positions].entries()) tables[table]!.push(at);
      else while (shared < before.length && before[shared] === bytes[shared]) shared += 1;
      blocks.number(shared);
      blocks.number(bytes.length - shared);
      blocks.append(bytes.subarray(shared));
      blocks.number(df);
      blocks.number(postingsEnd - postings);
      blocks.number(positionsEnd - positions);
      size += 1;
      before = bytes;
      postings = postingsEnd;
      positions = positionsEnd;
    },
    finish() {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt32LE(size, 4);
      head.writeUInt32LE(blocks.length, 8);
      const starts = Buffer.from(Uint32Array.from(tables.flat()).buffer);
      const bytes = Buffer.concat([head, starts, blocks.view()]);
      bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
      return bytes;
    },
  };
}

/** A block as it is read. */
interface Block {
  number: number;
  terms: string[];
  df: Uint32Array;
  /** One more than there are terms. */
  postings: Uint32Array;
  positions: Uint32Array;
}

/** `bytes` are taken over and must begin at a multiple of four of their buffer. */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEAD_BYTES || view.readUInt32LE(0) !== crc32(view.subarray(4)))
    throw new IndexDamage('A dictionary is not as it was written.');
  const size = view.readUInt32LE(4);
  const count = Math.ceil(size / BLOCK);
  const table = (number: number): Uint32Array =>
    new Uint32Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES + number * count * 4, count);
  const [starts, postings, positions] = [table(0), table(1), table(2)];
  const text = view.subarray(HEAD_BYTES + TABLES * count * 4);
  const word = Buffer.alloc(LONGEST_TERM);

  const firstTerm = (number: number): string => {
    const reader = new ByteReader(text, starts[number]! + 1);
    const length = reader.number();
    return text.toString('utf8', reader.at, reader.at + length);
  };

  const block: Block = {
    number: -1,
    terms: [],
    df: new Uint32Array(BLOCK),
    postings: new Uint32Array(BLOCK + 1),
    positions: new Uint32Array(BLOCK + 1),
  };
  /** The block read last is kept: terms are mostly asked for one after the other. */
  const load = (number: number): Block => {
    if (block.number === number) return block;
    const reader = new ByteReader(text, starts[number]);
    block.number = number;
    block.terms = [];
    block.postings[0] = postings[number]!;
    block.positions[0] = positions[number]!;
    for (let place = 0; place < Math.min(BLOCK, size - number * BLOCK); place += 1) {
      const shared = reader.number();
      const length = reader.number();
      text.copy(word, shared, reader.at, reader.at + length);
      reader.at += length;
      block.terms.push(word.toString('utf8', 0, shared + length));
      block.df[place] = reader.number();
      block.postings[place + 1] = block.postings[place]! + reader.number();
      block.positions[place + 1] = block.positions[place]! + reader.number();
    }
    return block;
  };

  const lowerBound = (wanted: string): number => {
    // The last block that does not begin behind the term.
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (firstTerm(middle) <= wanted) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const { terms } = load(low - 1);
    const place = terms.findIndex((term) => term >= wanted);
    return (low - 1) * BLOCK + (place < 0 ? terms.length : place);
  };
  const termAt = (index: number): string => load(Math.floor(index / BLOCK)).terms[index % BLOCK]!;

  return {
    size,
    term: termAt,
    df: (index) => load(Math.floor(index / BLOCK)).df[index % BLOCK]!,
    postingsAt: (index) => load(Math.floor(index / BLOCK)).postings[index % BLOCK]!,
    postingsEnd: (index) => load(Math.floor(index / BLOCK)).postings[(index % BLOCK) + 1]!,
    positionsAt: (index) => load(Math.floor(index / BLOCK)).positions[index % BLOCK]!,
    positionsEnd: (index) => load(Math.floor(index / BLOCK)).positions[(index % BLOCK) + 1]!,
    lowerBound,
    walk(from, to, visit) {
      let index = Math.floor(from / BLOCK) * BLOCK;
      const reader = new ByteReader(text, starts[index / BLOCK]);
      let postingsAt = postings[index / BLOCK]!;
      for (; index < to; index += 1) {
        reader.number();
        const length = reader.number();
        reader.at += length;
        const df = reader.number();
        const postingsLength = reader.number();
        reader.number();
        if (index >= from) visit(df, postingsAt);
        postingsAt += postingsLength;
      }
    },
    find(wanted) {
      const index = lowerBound(wanted);
      return index < size && termAt(index) === wanted ? index : -1;
    },
  };
}

/** Bytes of a term: its length is bounded (fold.ts), and three bytes hold a UTF-16 unit. */
const LONGEST_TERM = 1024;
