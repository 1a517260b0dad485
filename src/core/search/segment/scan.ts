/** Reads lists (postings.ts) with where the positions of each passage are: whole, or of some passages alone. */
import { CHUNK } from '../chunk.ts';
import { seek } from '../rank/lists.ts';
import { ByteReader } from './bytes.ts';
import { readDistances } from './decode.ts';
import { positionBytes } from './format.ts';
import { damaged, type PostingsParts } from './postings.ts';
import type { Skips } from './skips.ts';

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

/** Reads the list of `df` passages into `into`, which must have room for them. `first` is the segment's first passage. */
export function scanPostings(
  { last, distances, counts, exceptions }: PostingsParts,
  df: number,
  first: number,
  lengths: Uint16Array,
  into: Held,
): void {
  const rest = new ByteReader(exceptions);
  let doc = first - 1;
  let next = 0;
  let positions = 0;
  for (let index = 0; index < df; index += CHUNK) {
    const own = Math.min(CHUNK, df - index);
    next = readDistances(distances, next, doc, block.docs, 0, own);
    positions = readCounts(counts.subarray(index, index + own), rest, lengths, positions);
    copyBlock(own, into, index);
    doc = block.docs[own - 1]!;
  }
  if (doc !== first + last) throw damaged();
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

/** Where a search for some passages of a list stands. */
interface Place {
  /** The passage read last, with what is said of it. */
  doc: number;
  weight: number;
  count: number;
  start: number;
  /** How many were read, and where the next distance and the next positions are. */
  read: number;
  next: number;
  positions: number;
}

/**
 * The same of the passages in `wanted` alone, over blocks that hold none of them where the list has a table. Returns
 * how many it found; `into` must have room for the shorter of both.
 */
export function findPostings(
  parts: PostingsParts,
  df: number,
  first: number,
  lengths: Uint16Array,
  into: Held,
  wanted: Uint32Array,
  skips: Skips | null,
): number {
  const rest = new ByteReader(parts.exceptions);
  const place: Place = { doc: first - 1, weight: 0, count: 0, start: 0, read: 0, next: 0, positions: 0 };
  let found = 0;
  for (let at = 0; at < wanted.length && wanted[at]! <= first + parts.last;) {
    let to = wanted.length;
    if (skips !== null) {
      const number = seek(skips.last, wanted[at]! - first, Math.trunc(place.read / skips.block));
      if (number === skips.last.length) return found;
      if (number * skips.block > place.read) skipTo(number, skips, first, place, rest);
      to = seek(wanted, first + skips.last[number]! + 1, at);
    }
    to = Math.min(to, at + CHUNK);
    found = findSome(parts, df, lengths, place, rest, wanted, at, to, into, found);
    at = to;
  }
  if (place.read === df && place.doc !== first + parts.last) throw damaged();
  return found;
}

function skipTo(number: number, skips: Skips, first: number, place: Place, rest: ByteReader): void {
  place.doc = first + skips.last[number - 1]!;
  place.read = number * skips.block;
  place.next = skips.distances[number - 1]!;
  place.positions = skips.positions[number - 1]!;
  rest.at = skips.exceptions[number - 1]!;
}

/** Looks for the wanted passages from one place in `wanted` to before another. */
function findSome(
  { distances, counts }: PostingsParts,
  df: number,
  lengths: Uint16Array,
  place: Place,
  rest: ByteReader,
  wanted: Uint32Array,
  from: number,
  to: number,
  into: Held,
  before: number,
): number {
  let { doc, weight, count, start, read, next, positions } = place;
  let found = before;
  for (let at = from; at < to; at += 1) {
    const target = wanted[at]!;
    while (doc < target && read < df) {
      // Written out as in decode.ts: a call for each passage costs more than the rest.
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
      weight = count = counts[read++]!;
      if (count === 0) {
        weight = Math.min(rest.number(), 0xffff);
        count = rest.number();
      }
      start = positions;
      positions += positionBytes(lengths[doc]!, count);
    }
    if (doc !== target) continue;
    into.docs[found] = doc;
    into.weights[found] = weight;
    into.counts[found] = count;
    into.starts[found] = start;
    found += 1;
  }
  Object.assign(place, { doc, weight, count, start, read, next, positions });
  return found;
}
