/**
 * The postings of one term in one segment, as bytes: three numbers (the last passage, counted from the
 * segment's first; the bytes of the distances; those of the exceptions), then
 *
 * - the distance of each passage from the one before (the first from the passage before the segment);
 * - how often it holds the term, one byte each, 0 for an exception;
 * - the exceptions: weighted frequency and count of positions. They differ where the title holds the term.
 *
 * A list of one passage has no numbers before: most terms are in one passage only. Lists of neighbouring
 * segments are joined without being read: only the first distance changes.
 */
import { type ByteWriter, ByteReader } from './bytes.ts';
import { IndexDamage } from './damage.ts';
import { WIDE } from './format.ts';
import { seek } from '../rank/lists.ts';
import type { Skips } from './skips.ts';

/** Takes one list after the other; each is written by `passage` calls in order, then `end`. */
export class PostingsWriter {
  readonly #out: ByteWriter;
  readonly #distances: ByteWriter;
  readonly #counts: ByteWriter;
  readonly #exceptions: ByteWriter;
  #last = -1;

  constructor(out: ByteWriter, scratch: () => ByteWriter) {
    this.#out = out;
    this.#distances = scratch();
    this.#counts = scratch();
    this.#exceptions = scratch();
  }

  /** `doc` counts from the segment's first passage. */
  passage(doc: number, weight: number, count: number): void {
    this.#distances.number(doc - this.#last);
    this.#last = doc;
    if (weight === count && count < 256) this.#counts.byte(count);
    else {
      this.#counts.byte(0);
      this.#exceptions.number(weight);
      this.#exceptions.number(count);
    }
  }

  end(): void {
    if (this.#counts.length > 1) {
      this.#out.number(this.#last);
      this.#out.number(this.#distances.length);
      this.#out.number(this.#exceptions.length);
    }
    for (const part of [this.#distances, this.#counts, this.#exceptions]) {
      this.#out.append(part.view());
      part.clear();
    }
    this.#last = -1;
  }
}

/** Where the parts of a list lie in its bytes. */
export interface PostingsParts {
  last: number;
  distances: Uint8Array;
  counts: Uint8Array;
  exceptions: Uint8Array;
  /** What stands behind them (skips.ts). */
  table: Uint8Array;
}

export function partsOf(bytes: Uint8Array, df: number): PostingsParts {
  const reader = new ByteReader(bytes);
  if (df === 1) {
    const last = reader.number() - 1;
    return {
      last,
      distances: bytes.subarray(0, reader.at),
      counts: bytes.subarray(reader.at, reader.at + 1),
      exceptions: bytes.subarray(reader.at + 1),
      table: bytes.subarray(bytes.length),
    };
  }
  const last = reader.number();
  const distances = reader.number();
  const exceptions = reader.number();
  const at = reader.at;
  const end = at + distances + df + exceptions;
  return {
    last,
    distances: bytes.subarray(at, at + distances),
    counts: bytes.subarray(at + distances, at + distances + df),
    exceptions: bytes.subarray(at + distances + df, end),
    table: bytes.subarray(end),
  };
}

/**
 * Writes the lists of one term of neighbouring segments as one. `first` is each segment's first passage,
 * `origin` that of the joined segment.
 */
export function joinPostings(
  out: ByteWriter,
  origin: number,
  lists: readonly { first: number; parts: PostingsParts }[],
): void {
  let before = origin - 1;
  const joints = lists.map(({ first, parts }) => {
    const reader = new ByteReader(parts.distances);
    const doc = first - 1 + reader.number();
    const joint = { distance: doc - before, rest: parts.distances.subarray(reader.at), parts };
    before = first + parts.last;
    return joint;
  });
  const only = joints[0]!;
  if (joints.length === 1 && only.parts.counts.length === 1) {
    out.number(only.distance);
    out.append(only.parts.counts);
    out.append(only.parts.exceptions);
    return;
  }
  const sizes = joints.reduce((sum, { distance, rest }) => sum + lengthOf(distance) + rest.length, 0);
  out.number(before - origin);
  out.number(sizes);
  out.number(joints.reduce((sum, { parts }) => sum + parts.exceptions.length, 0));
  for (const { distance, rest } of joints) {
    out.number(distance);
    out.append(rest);
  }
  for (const { parts } of joints) out.append(parts.counts);
  for (const { parts } of joints) out.append(parts.exceptions);
}

/** Bytes that a number takes. */
export function lengthOf(value: number): number {
  let length = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) length += 1;
  return length;
}

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
  into: PostingsInto,
  at: number,
): void {
  const { docs, weights } = into;
  let next = 0;
  let doc = first - 1;
  const end = at + df;
  for (let place = at; place < end;) {
    // In frequent terms' lists nearly all distances take one byte: four at a time halve the work.
    if (place + 4 <= end) {
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
  if (doc !== first + last || next !== distances.length) throw damaged();
  weights.set(counts, at);
  // Of counts that are 0 the exceptions say more.
  const reader = new ByteReader(exceptions);
  for (let index = counts.indexOf(0); index >= 0; index = counts.indexOf(0, index + 1)) {
    weights[at + index] = Math.min(reader.number(), 0xffff);
    reader.number();
  }
}

/**
 * Adds the weights of the list of `df` passages that begins at `from` of the bytes to `sums`, by passage. Of the
 * many short lists of all terms with one beginning none is worth writing down.
 */
export function addPostings(
  bytes: Uint8Array,
  from: number,
  df: number,
  first: number,
  sums: Uint16Array,
): void {
  const reader = new ByteReader(bytes, from);
  if (df === 1) {
    const doc = first - 1 + reader.number();
    const count = bytes[reader.at++]!;
    sums[doc]! += count > 0 ? count : reader.number();
    return;
  }
  reader.number();
  const distances = reader.number();
  reader.number();
  let next = reader.at;
  const countsAt = next + distances;
  reader.at = countsAt + df;
  let doc = first - 1;
  for (let index = 0; index < df; index += 1) {
    let distance = bytes[next++]!;
    if (distance > 0x7f) {
      distance &= 0x7f;
      let shift = 7;
      let byte: number;
      do {
        byte = bytes[next++]!;
        distance |= (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f);
    }
    doc += distance;
    const count = bytes[countsAt + index]!;
    sums[doc]! += count > 0 ? count : reader.number();
    if (count === 0) reader.number();
  }
  if (next !== countsAt) throw damaged();
}

/** What a scan finds: passages, and for each its weight, its count of positions, and where those begin. */
export interface Held {
  docs: Uint32Array;
  weights: Uint16Array;
  counts: Uint16Array;
  /** Bytes from the beginning of the term's positions. */
  starts: Uint32Array;
}

/**
 * Reads the list of `df` passages, as `readPostings` does, with where the positions of each are; of the passages
 * in `wanted` alone where that is given, over blocks that hold none of them where the list has a table. Returns
 * how many it found; `into` must have room for the shorter of both. Lists are too long to be written down only to
 * be searched.
 */
export function scanPostings(
  { last, distances, counts: countBytes, exceptions }: PostingsParts,
  df: number,
  first: number,
  lengths: Uint16Array,
  into: Held,
  wanted: Uint32Array | null = null,
  skips: Skips | null = null,
): number {
  const { docs, weights, counts, starts } = into;
  const rest = new ByteReader(exceptions);
  let doc = first - 1;
  let next = 0;
  let at = 0;
  let place = 0;
  let found = 0;
  let nextBlock = wanted === null || skips === null ? df : 0;
  for (let index = 0; index < df; index += 1) {
    if (index === nextBlock) {
      while (place < wanted!.length && wanted![place]! <= doc) place += 1;
      if (place === wanted!.length) return found;
      const block = seek(skips!.last, wanted![place]! - first, index / skips!.block);
      if (block === skips!.last.length) return found;
      if (block > 0) {
        doc = first + skips!.last[block - 1]!;
        next = skips!.distances[block - 1]!;
        rest.at = skips!.exceptions[block - 1]!;
        at = skips!.positions[block - 1]!;
      }
      index = block * skips!.block;
      nextBlock = index + skips!.block;
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
    let count = countBytes[index]!;
    let weight = count;
    if (count === 0) {
      weight = Math.min(rest.number(), 0xffff);
      count = rest.number();
    }
    let isWanted = true;
    if (wanted !== null) {
      while (place < wanted.length && wanted[place]! < doc) place += 1;
      if (place === wanted.length) return found;
      isWanted = wanted[place] === doc;
    }
    if (isWanted) {
      docs[found] = doc;
      weights[found] = weight;
      counts[found] = count;
      starts[found] = at;
      found += 1;
    }
    at += lengths[doc]! < WIDE ? count : count * 2;
  }
  if (doc !== first + last) throw damaged();
  return found;
}

function damaged(): IndexDamage {
  return new IndexDamage('A list of passages does not end where it should.');
}
