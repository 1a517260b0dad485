/** Adds up the lists of many terms of a segment, as the beginning of a word asks for. */
import { ByteReader } from './bytes.ts';
import { type PostingsInto } from './decode.ts';
import { damaged } from './postings.ts';

/** Passages that are added up at a time: their sums stay in the processor's cache. */
const WINDOW = 1 << 17;
/** Sums of the window at hand, and a bit for each passage that has one; all are 0 between two windows. */
const sums = new Uint16Array(WINDOW);
const held = new Int32Array(WINDOW >>> 5);

/** How far each list was read; in columns of signed numbers, which are reckoned with as such. */
interface Cursors {
  /** The next passage, counted from the segment's first; beyond all where the list has ended. */
  doc: Int32Array;
  /** Where the next distance, count and exception are. */
  distance: Int32Array;
  count: Int32Array;
  exception: Int32Array;
  /** Where the distances end. */
  end: Int32Array;
}

const ENDED = 0x7fffffff;

/**
 * Writes down the passages in any of the lists, which begin at `at` of the bytes and have `df` passages each, with
 * the sums of their weights, from place `from` on. `docs` is how many passages the segment has, `first` the number
 * of its first. Returns the place behind.
 */
export function sumPostings(
  bytes: Uint8Array,
  lists: readonly { at: number; df: number }[],
  docs: number,
  first: number,
  into: PostingsInto,
  from: number,
): number {
  const cursors = cursorsOf(bytes, lists);
  let place = from;
  try {
    for (let start = 0; start < docs; start += WINDOW) {
      for (let list = 0; list < lists.length; list += 1)
        if (cursors.doc[list]! < start + WINDOW) addWindow(bytes, cursors, list, start);
      place = takeWindow(first + start, into, place);
    }
  } finally {
    // Where a list is damaged a part of it was added.
    if (held.some((word) => word !== 0)) sums.fill(0);
    held.fill(0);
  }
  if (cursors.doc.some((doc) => doc !== ENDED)) throw damaged();
  return place;
}

function cursorsOf(bytes: Uint8Array, lists: readonly { at: number; df: number }[]): Cursors {
  const column = (): Int32Array => new Int32Array(lists.length);
  const cursors = { doc: column(), distance: column(), count: column(), exception: column(), end: column() };
  for (const [list, { at, df }] of lists.entries()) {
    const reader = new ByteReader(bytes, at);
    if (df > 1) {
      reader.number();
      const distances = reader.number();
      reader.number();
      cursors.end[list] = reader.at + distances;
    }
    cursors.doc[list] = reader.number() - 1;
    cursors.distance[list] = reader.at;
    if (df === 1) cursors.end[list] = reader.at;
    cursors.count[list] = cursors.end[list]!;
    cursors.exception[list] = cursors.end[list]! + df;
  }
  return cursors;
}

function addWindow(bytes: Uint8Array, cursors: Cursors, list: number, start: number): void {
  const end = cursors.end[list]!;
  let doc = cursors.doc[list]!;
  let next = cursors.distance[list]!;
  let countAt = cursors.count[list]!;
  while (doc < start + WINDOW) {
    const count = bytes[countAt++]!;
    sums[doc - start]! += count > 0 ? count : exceptionOf(bytes, cursors, list);
    held[(doc - start) >>> 5]! |= 1 << ((doc - start) & 31);
    if (next >= end) {
      if (next > end) throw damaged();
      doc = ENDED;
      break;
    }
    // Written out as in decode.ts: a call for each passage costs more than the rest.
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
  }
  cursors.doc[list] = doc;
  cursors.distance[list] = next;
  cursors.count[list] = countAt;
}

/** The weight of the next passage whose count says nothing. */
function exceptionOf(bytes: Uint8Array, { exception }: Cursors, list: number): number {
  const reader = new ByteReader(bytes, exception[list]);
  const weight = reader.number();
  reader.number();
  exception[list] = reader.at;
  return weight;
}

function takeWindow(first: number, { docs, weights }: PostingsInto, at: number): number {
  let place = at;
  for (let word = 0; word < held.length; word += 1) {
    let rest = held[word]!;
    held[word] = 0;
    while (rest !== 0) {
      const low = rest & -rest;
      rest ^= low;
      const index = word * 32 + 31 - Math.clz32(low);
      docs[place] = first + index;
      weights[place] = sums[index]!;
      sums[index] = 0;
      place += 1;
    }
  }
  return place;
}
