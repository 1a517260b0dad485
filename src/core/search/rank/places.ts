/** Where terms stand in passages, read from the positions of a segment. */
import { positionBytes, weightAt, WIDE } from '../segment/format.ts';
import type { ListReader, Segment, SegmentList } from '../segment/listReader.ts';
import type { Arena } from './arena.ts';
import { seek } from './lists.ts';

/** Places in passages: those of the passage `docs[n]` are `positions` from `ends[n − 1]` (0) to before `ends[n]`. */
export interface Places {
  docs: Uint32Array;
  ends: Uint32Array;
  positions: Uint16Array;
  /** Terms that each covers. */
  span: number;
}

export const NOWHERE: Places = {
  docs: new Uint32Array(0),
  ends: new Uint32Array(0),
  positions: new Uint16Array(0),
  span: 1,
};

/**
 * The positions of a term in some passages, as they are stored: those of the nth passage are `counts[n]` numbers
 * in `bytes` from `starts[n]` on, of two bytes each where the passage is `WIDE` (format.ts), of one otherwise.
 */
export interface Stored {
  bytes: Uint8Array;
  starts: Uint32Array;
  /** 0 where the passage does not hold the term. */
  counts: Uint16Array;
}

/** Where fewer than one of a list's passages in so many bytes of positions are wanted, each is read by itself. */
const FEW = 32_000;
/** Where no more than one of so many of a list's passages is wanted, only theirs are kept of what is read. */
const SOME = 4;

/** The positions of a term in the passages `docs`, some of which the list may lack. */
export function readStored(
  reader: ListReader,
  segment: Segment,
  list: SegmentList,
  docs: Uint32Array,
  arena: Arena,
): Stored {
  const { starts, counts } = docs === list.docs ? list : aligned(list, docs, arena);
  if (docs.length * SOME > list.df)
    return { bytes: reader.positions(segment, list.at, list.end), starts, counts };

  const lengths = reader.lengths();
  const own = arena.uint32(docs.length + 1);
  own[0] = 0;
  for (let index = 0; index < docs.length; index += 1)
    own[index + 1] = own[index]! + positionBytes(lengths[docs[index]!]!, counts[index]!);
  const bytes = arena.uint8(own[docs.length]!);
  if (docs.length * FEW <= list.end - list.at)
    for (let index = 0; index < docs.length; index += 1) {
      const from = list.at + starts[index]!;
      bytes.set(reader.positions(segment, from, from + own[index + 1]! - own[index]!), own[index]);
    }
  else {
    let index = 0;
    let copied = 0;
    reader.walkPositions(segment, list.at, list.end, (piece, at) => {
      for (;;) {
        while (index < docs.length && copied === own[index + 1]!) index += 1;
        if (index === docs.length) return;
        // Where the next byte is, counted from the beginning of the piece; a passage may end in the next piece.
        let place = list.at + starts[index]! + copied - own[index]! - at;
        if (place >= piece.length) return;
        for (const end = Math.min(own[index + 1]!, copied + piece.length - place); copied < end; copied += 1)
          bytes[copied] = piece[place++]!;
      }
    });
  }
  return { bytes, starts: own, counts };
}

/** What a list says of each of the passages. */
function aligned(list: SegmentList, docs: Uint32Array, arena: Arena): Pick<Stored, 'starts' | 'counts'> {
  const starts = arena.uint32(docs.length);
  const counts = arena.uint16(docs.length);
  let place = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const doc = docs[index]!;
    while (place < list.docs.length && list.docs[place]! < doc) place += 1;
    const isHeld = place < list.docs.length && list.docs[place] === doc;
    starts[index] = isHeld ? list.starts[place]! : 0;
    counts[index] = isHeld ? list.counts[place]! : 0;
  }
  return { starts, counts };
}

/** The places of a term in the passages `docs`; a passage may have none. */
export function placesOf(
  lengths: Uint16Array,
  { bytes, starts, counts }: Stored,
  docs: Uint32Array,
  arena: Arena,
): Places {
  const ends = arena.uint32(docs.length);
  let total = 0;
  for (let index = 0; index < docs.length; index += 1) total += counts[index]!;
  const positions = arena.uint16(total);
  let length = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const until = length + counts[index]!;
    let at = starts[index]!;
    if (lengths[docs[index]!]! < WIDE) while (length < until) positions[length++] = bytes[at++]!;
    else for (; length < until; at += 2) positions[length++] = bytes[at]! | (bytes[at + 1]! << 8);
    ends[index] = length;
  }
  return { docs, ends, positions, span: 1 };
}

/** Places of any of several terms in the same passages. */
export function mergePlaces(each: readonly Places[], arena: Arena): Places {
  if (each.length === 1) return each[0]!;
  const { docs } = each[0]!;
  const ends = arena.uint32(docs.length);
  const positions = arena.uint16(each.reduce((sum, { ends: theirs }) => sum + (theirs.at(-1) ?? 0), 0));
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const begin = count;
    for (const places of each)
      for (let at = index === 0 ? 0 : places.ends[index - 1]!; at < places.ends[index]!; at += 1)
        positions[count++] = places.positions[at]!;
    positions.subarray(begin, count).sort();
    ends[index] = count;
  }
  return { docs, ends, positions, span: 1 };
}

/** The places in some of the passages; those are all among its passages. */
export function restrict(places: Places, docs: Uint32Array, arena: Arena): Places {
  if (docs.length === places.docs.length) return places;
  const ends = arena.uint32(docs.length);
  const positions = arena.uint16(places.ends.at(-1) ?? 0);
  let from = 0;
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    from = seek(places.docs, docs[index]!, from);
    for (let at = from === 0 ? 0 : places.ends[from - 1]!; at < places.ends[from]!; at += 1)
      positions[count++] = places.positions[at]!;
    ends[index] = count;
  }
  return { docs, ends, positions, span: places.span };
}

/** Frequencies for BM25: the title's places count more. */
export function weightsOf({ docs, ends, positions }: Places, arena: Arena): Uint16Array {
  const weights = arena.uint16(docs.length);
  let at = 0;
  for (let index = 0; index < docs.length; index += 1) {
    let weight = 0;
    for (const end = ends[index]!; at < end; at += 1) weight += weightAt(positions[at]!);
    weights[index] = Math.min(weight, 0xffff);
  }
  return weights;
}
