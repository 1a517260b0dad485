/** Reads lists (postings.ts): whole, in parts, or one block. */
import { CHUNK } from '../chunk.ts';
import { ByteReader } from './bytes.ts';
import { damaged, type PostingsParts } from './postings.ts';
import type { Skips } from './skips.ts';

/** Where a list is read to. */
export interface PostingsInto {
  docs: Uint32Array;
  weights: Uint16Array;
}

/**
 * Reads the list of `df` passages: passages with the segment's `first` added, and weights. Writes at `at` of the
 * arrays, which must have room for `df` more.
 */
export function readPostings(
  { last, distances, counts, exceptions }: PostingsParts,
  df: number,
  first: number,
  { docs, weights }: PostingsInto,
  at: number,
): void {
  let next = 0;
  let doc = first - 1;
  for (const end = at + df; at < end;) {
    const to = Math.min(at + CHUNK, end);
    next = readDistances(distances, next, doc, docs, at, to);
    doc = docs[to - 1]!;
    at = to;
  }
  if (doc !== first + last || next !== distances.length) throw damaged();
  weights.set(counts, at - df);
  // Of counts that are 0 the exceptions say more.
  const reader = new ByteReader(exceptions);
  for (let index = counts.indexOf(0); index >= 0; index = counts.indexOf(0, index + 1)) {
    weights[at - df + index] = Math.min(reader.number(), 0xffff);
    reader.number();
  }
}

/** What is read at a time, and valid until more is read. */
const hand: PostingsInto = { docs: new Uint32Array(CHUNK), weights: new Uint16Array(CHUNK) };

/** Goes through the passages of a list, as many at a time as stay in the processor's cache. */
export function walkPostings(
  { last, distances }: PostingsParts,
  df: number,
  first: number,
  visit: (docs: Uint32Array, count: number) => void,
): void {
  const { docs } = hand;
  let next = 0;
  let doc = first - 1;
  for (let at = 0; at < df; at += CHUNK) {
    const count = Math.min(CHUNK, df - at);
    next = readDistances(distances, next, doc, docs, 0, count);
    doc = docs[count - 1]!;
    visit(docs, count);
  }
  if (doc !== first + last || next !== distances.length) throw damaged();
}

/** One block of a list with a table; valid until more is read. */
export function readBlock(
  { distances, counts, exceptions }: PostingsParts,
  df: number,
  first: number,
  skips: Skips,
  number: number,
): PostingsInto {
  const { docs, weights } = hand;
  const from = number * skips.block;
  const size = Math.min(skips.block, df - from);
  const before = number - 1;
  const doc = number === 0 ? first - 1 : first + skips.last[before]!;
  readDistances(distances, number === 0 ? 0 : skips.distances[before]!, doc, docs, 0, size);
  if (docs[size - 1] !== first + skips.last[number]!) throw damaged();
  readWeights(counts, from, size, exceptions, number === 0 ? 0 : skips.exceptions[before]!);
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

function readWeights(
  counts: Uint8Array,
  from: number,
  size: number,
  exceptions: Uint8Array,
  at: number,
): void {
  const { weights } = hand;
  let rest: ByteReader | null = null;
  for (let index = 0; index < size; index += 1) {
    const count = counts[from + index]!;
    weights[index] = count;
    if (count > 0) continue;
    rest ??= new ByteReader(exceptions, at);
    weights[index] = Math.min(rest.number(), 0xffff);
    rest.number();
  }
}

/** Decodes distances from byte `next` on into `docs` from place `at` to before `to`; returns the byte behind. */
export function readDistances(
  distances: Uint8Array,
  next: number,
  doc: number,
  docs: Uint32Array,
  at: number,
  to: number,
): number {
  for (let place = at; place < to;) {
    // In frequent terms' lists nearly all distances take one byte: four at a time halve the work.
    if (place + 4 <= to) {
      const a = distances[next]!;
      const b = distances[next + 1]!;
      const c = distances[next + 2]!;
      const d = distances[next + 3]!;
      if ((a | b | c | d) < 0x80) {
        docs[place] = doc + a;
        docs[place + 1] = doc + a + b;
        docs[place + 2] = doc + a + b + c;
        doc += a + b + c + d;
        docs[place + 3] = doc;
        place += 4;
        next += 4;
        continue;
      }
    }
    let distance = distances[next++]!;
    if (distance > 0x7f) {
      distance &= 0x7f;
      let shift = 7;
      let byte: number;
      do {
        byte = distances[next++]!;
        distance |= (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f);
    }
    doc += distance;
    docs[place++] = doc;
  }
  return next;
}
