/** The terms of a segment, in order of code units, with where their postings and positions begin. */

import { crc32 } from 'node:zlib';
import { IndexDamage } from './damage.ts';

export interface Dictionary {
  size: number;
  term(index: number): string;
  /** Passages of the segment that hold the term, dead ones included. */
  df(index: number): number;
  /** Where its bytes begin in the stream; that of `size` is the stream's length. */
  postingsAt(index: number): number;
  positionsAt(index: number): number;
  /** The index of a term; −1 where the segment has none. */
  find(term: string): number;
  /** The index of the first term that is not before `text`. */
  lowerBound(text: string): number;
}

/** Numbers before the tables. */
const HEAD = 2;

export interface DictionaryEntries {
  /** In order, all well-formed. */
  terms: string[];
  df: Uint32Array;
  /** One more than there are terms: where each begins, and the end. */
  postingsAt: Uint32Array;
  positionsAt: Uint32Array;
}

/**
 * A checksum of the rest and the number of terms; four tables of 32-bit numbers (term ends, df, beginnings of
 * postings and of positions); the terms as UTF-8.
 */
export function writeDictionary({ terms, df, postingsAt, positionsAt }: DictionaryEntries): Uint8Array {
  const size = terms.length;
  const text = Buffer.from(terms.join(''));
  const tables = new Uint32Array(HEAD + size * 2 + (size + 1) * 2);
  tables[1] = size;
  let end = 0;
  for (let index = 0; index < size; index += 1) {
    end += Buffer.byteLength(terms[index]!);
    tables[HEAD + index] = end;
  }
  tables.set(df.subarray(0, size), HEAD + size);
  tables.set(postingsAt.subarray(0, size + 1), HEAD + size * 2);
  tables.set(positionsAt.subarray(0, size + 1), HEAD + 1 + size * 3);
  const bytes = Buffer.concat([Buffer.from(tables.buffer), text]);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  return bytes;
}

/** `bytes` are taken over and must begin at a multiple of four of their buffer. */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEAD * 4 || view.readUInt32LE(0) !== crc32(view.subarray(4)))
    throw new IndexDamage('A dictionary is not as it was written.');
  const size = view.readUInt32LE(4);
  const tables = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD + size * 4 + 2);
  const ends = tables.subarray(HEAD, HEAD + size);
  const df = tables.subarray(HEAD + size, HEAD + size * 2);
  const postings = tables.subarray(HEAD + size * 2, HEAD + 1 + size * 3);
  const positions = tables.subarray(HEAD + 1 + size * 3);
  const text = view.subarray(tables.byteLength);

  const term = (index: number): string =>
    text.toString('utf8', index === 0 ? 0 : ends[index - 1]!, ends[index]);
  const lowerBound = (wanted: string): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (term(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    size,
    term,
    df: (index) => df[index]!,
    postingsAt: (index) => postings[index]!,
    positionsAt: (index) => positions[index]!,
    lowerBound,
    find(wanted) {
      const index = lowerBound(wanted);
      return index < size && term(index) === wanted ? index : -1;
    },
  };
}
