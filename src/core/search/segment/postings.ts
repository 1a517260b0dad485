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
import { CHUNK } from '../chunk.ts';
import { type ByteWriter, ByteReader } from './bytes.ts';
import { IndexDamage } from './damage.ts';
import { positionBytes } from './format.ts';
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

/** Decodes distances from byte `next` on into `docs` from place `at` to before `to`; returns the byte behind. */
function readDistances(
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

/** What a scan finds: passages, and for each its weight, its count of positions, and where those begin. */
export interface Held {
  docs: Uint32Array;
  weights: Uint16Array;
  counts: Uint16Array;
  /** Bytes from the beginning of the term's positions. */
  starts: Uint32Array;
}

/** With room for so many passages. */
export function createHeld(size: number): Held {
  return {
    docs: new Uint32Array(size),
    weights: new Uint16Array(size),
    counts: new Uint16Array(size),
    starts: new Uint32Array(size),
  };
}

/** The block at hand of a list that is being scanned. */
const block = createHeld(CHUNK);

/**
 * Reads the list of `df` passages, as `readPostings` does, with where the positions of each are; of the passages
 * in `wanted` alone where that is given, over blocks that hold none of them where the list has a table. Returns
 * how many it found; `into` must have room for the shorter of both. Lists are too long to be written down only to
 * be searched.
 */
export function scanPostings(
  { last, distances, counts, exceptions }: PostingsParts,
  df: number,
  first: number,
  lengths: Uint16Array,
  into: Held,
  wanted: Uint32Array | null = null,
  skips: Skips | null = null,
): number {
  const size = Math.min(skips?.block ?? CHUNK, CHUNK);
  const rest = new ByteReader(exceptions);
  let doc = first - 1;
  let next = 0;
  let positions = 0;
  let place = 0;
  let found = 0;
  for (let index = 0; index < df;) {
    if (wanted !== null) {
      place = seek(wanted, doc + 1, place);
      if (place === wanted.length) return found;
      const number = skips === null ? 0 : seek(skips.last, wanted[place]! - first, index / size);
      if (skips !== null && number > index / size) {
        if (number === skips.last.length) return found;
        doc = first + skips.last[number - 1]!;
        next = skips.distances[number - 1]!;
        rest.at = skips.exceptions[number - 1]!;
        positions = skips.positions[number - 1]!;
        index = number * size;
      }
    }
    const own = Math.min(size, df - index);
    next = readDistances(distances, next, doc, block.docs, 0, own);
    positions = readCounts(counts.subarray(index, index + own), rest, lengths, positions);
    if (wanted === null) copyBlock(own, into, found);
    const kept: number = wanted === null ? own : keepWanted(own, wanted, place, into, found);
    doc = block.docs[own - 1]!;
    index += own;
    found += kept;
  }
  if (doc !== first + last) throw damaged();
  return found;
}

/** Completes the block, whose passages are there. Returns where the positions of the next one begin. */
function readCounts(bytes: Uint8Array, rest: ByteReader, lengths: Uint16Array, positions: number): number {
  const { docs, weights, counts, starts } = block;
  let at = positions;
  for (let index = 0; index < bytes.length; index += 1) {
    let count = bytes[index]!;
    let weight = count;
    if (count === 0) {
      weight = Math.min(rest.number(), 0xffff);
      count = rest.number();
    }
    weights[index] = weight;
    counts[index] = count;
    starts[index] = at;
    at += positionBytes(lengths[docs[index]!]!, count);
  }
  return at;
}

function copyBlock(size: number, into: Held, at: number): void {
  into.docs.set(block.docs.subarray(0, size), at);
  into.weights.set(block.weights.subarray(0, size), at);
  into.counts.set(block.counts.subarray(0, size), at);
  into.starts.set(block.starts.subarray(0, size), at);
}

/** Writes down the first `size` passages of the block that are in `wanted`, from `place` on; returns how many. */
function keepWanted(size: number, wanted: Uint32Array, place: number, into: Held, at: number): number {
  const { docs } = block;
  let found = at;
  for (let index = 0; index < size && place < wanted.length; place += 1) {
    const doc = wanted[place]!;
    while (index < size && docs[index]! < doc) index += 1;
    if (index === size || docs[index] !== doc) continue;
    into.docs[found] = doc;
    into.weights[found] = block.weights[index]!;
    into.counts[found] = block.counts[index]!;
    into.starts[found] = block.starts[index]!;
    found += 1;
  }
  return found - at;
}

export function damaged(): IndexDamage {
  return new IndexDamage('A list of passages does not end where it should.');
}
