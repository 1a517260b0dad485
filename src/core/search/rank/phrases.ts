/** Where words and phrases stand in passages, read from the positions of one segment at a time. */
import type { WordsNode } from '../query/ast.ts';
import { ABOUT_AT, MAX_POSITION, TITLE_AT, TITLE_WEIGHT, WIDE } from '../segment/format.ts';
import type { Segment, SegmentList, Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { intersect, seek, unite } from './lists.ts';

/** Places in passages: those of the passage `docs[n]` are `positions` from `ends[n − 1]` (0) to before `ends[n]`. */
export interface Places {
  docs: Uint32Array;
  ends: Uint32Array;
  positions: Uint16Array;
  /** Terms that each covers. */
  span: number;
}

export interface PhraseReader {
  /** The passages of a segment with a phrase, and where it begins in them. */
  phrase(segment: Segment, node: WordsNode): Places;
  /** Passages with words near each other: for each of the words the places that are near the others. */
  near(segment: Segment, nodes: readonly WordsNode[], distance: number): Places[];
}

/** Bytes of positions that are read at once, where few of them are wanted and where most are. */
const AHEAD = 32_000;
const FAR_AHEAD = 1_000_000;

export function createPhraseReader(segments: Segments, arena: Arena, limit: () => number): PhraseReader {
  /** The indexes of a term, or of all terms that begin with it, in a segment's dictionary. */
  const termsOf = (segment: Segment, term: string, prefix: boolean): number[] => {
    if (prefix) {
      const { from, to } = termsWith(segment, term);
      return Array.from({ length: to - from }, (_unused, place) => from + place);
    }
    const index = segment.dictionary.find(term);
    return index < 0 ? [] : [index];
  };

  /** The lists of a phrase's terms, and the passages that are in each. */
  const listsOf = (segment: Segment, { terms, prefix }: WordsNode) => {
    const found = terms.map((term, place) => termsOf(segment, term, prefix && place === terms.length - 1));
    if (found.some(({ length }) => length === 0)) return null;
    const lists = found.map((indexes) => indexes.map((index) => segments.withCounts(segment, index, arena)));
    const docs = lists.map((some) =>
      unite(
        some.map((list) => list.docs),
        limit(),
        arena,
      ),
    );
    const common = docs
      .toSorted((a, b) => a.length - b.length)
      .reduce((all, list) => intersect(all, list, limit(), arena));
    return { lists, common };
  };

  const placesOf = (segment: Segment, lists: readonly SegmentList[], docs: Uint32Array): Places => {
    const each = lists.map((list) => readPlaces(segment, list, docs));
    return each.length === 1 ? each[0]! : mergePlaces(each, docs);
  };

  /** The places of a term in the passages `docs`; a passage may have none. */
  const readPlaces = (segment: Segment, list: SegmentList, docs: Uint32Array): Places => {
    const cursor = new PlaceCursor(segments, segment, list, docs.length);
    const ends = arena.uint32(docs.length);
    let positions = arena.uint16(Math.max(docs.length * 4, 1024));
    let count = 0;
    for (let index = 0; index < docs.length; index += 1) {
      if (cursor.moveTo(docs[index]!)) {
        const { bytes, count: many } = cursor;
        if (count + many > positions.length) positions = withRoom(positions, count + many, arena);
        let at = cursor.start;
        if (cursor.wide)
          for (let place = 0; place < many; place += 1, at += 2)
            positions[count++] = bytes[at]! | (bytes[at + 1]! << 8);
        else for (let place = 0; place < many; place += 1, at += 1) positions[count++] = bytes[at]!;
      }
      ends[index] = count;
    }
    return { docs, ends, positions, span: 1 };
  };

  /** Places of any of several terms. */
  const mergePlaces = (each: readonly Places[], docs: Uint32Array): Places => {
    const ends = arena.uint32(docs.length);
    const total = each.reduce((sum, { ends: theirs }) => sum + (theirs[docs.length - 1] ?? 0), 0);
    const positions = arena.uint16(total);
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
  };

  /** The places of two terms next to each other: the most common phrase, compared as it is read. */
  const readPairs = (segment: Segment, a: SegmentList, b: SegmentList, docs: Uint32Array): Places => {
    const left = new PlaceCursor(segments, segment, a, docs.length);
    const right = new PlaceCursor(segments, segment, b, docs.length);
    const kept = arena.uint32(docs.length);
    const ends = arena.uint32(docs.length);
    let positions = arena.uint16(docs.length + 1024);
    // Which positions follow one of the first term, by the passage that they were marked for.
    const follows = arena.uint32(MAX_POSITION + 2).fill(0);
    let passages = 0;
    let count = 0;
    for (let index = 0; index < docs.length; index += 1) {
      const doc = docs[index]!;
      left.moveTo(doc);
      right.moveTo(doc);
      const before = count;
      if (count + right.count > positions.length) positions = withRoom(positions, count + right.count, arena);
      const { bytes: leftBytes, wide } = left;
      const { bytes: rightBytes } = right;
      const step = wide ? 2 : 1;
      const tag = index + 1;
      for (let at = left.start, end = at + left.count * step; at < end; at += step)
        follows[(wide ? leftBytes[at]! | (leftBytes[at + 1]! << 8) : leftBytes[at]!) + 1] = tag;
      for (let at = right.start, end = at + right.count * step; at < end; at += step) {
        const place = wide ? rightBytes[at]! | (rightBytes[at + 1]! << 8) : rightBytes[at]!;
        positions[count] = place - 1;
        count += follows[place] === tag ? 1 : 0;
      }
      if (count === before) continue;
      kept[passages] = doc;
      ends[passages] = count;
      passages += 1;
    }
    return { docs: kept.subarray(0, passages), ends: ends.subarray(0, passages), positions, span: 2 };
  };

  /** As `nearEachOther`, for the two words that most are, compared as they are read. */
  const readNear = (
    segment: Segment,
    a: SegmentList,
    b: SegmentList,
    docs: Uint32Array,
    distance: number,
  ): Places[] => {
    const left = new PlaceCursor(segments, segment, a, docs.length);
    const right = new PlaceCursor(segments, segment, b, docs.length);
    const kept = arena.uint32(docs.length);
    const ends = { left: arena.uint32(docs.length), right: arena.uint32(docs.length) };
    let ofA = arena.uint16(docs.length + 1024);
    let ofB = arena.uint16(docs.length + 1024);
    const reach = distance + 1;
    let passages = 0;
    let countA = 0;
    let countB = 0;
    for (let index = 0; index < docs.length; index += 1) {
      const doc = docs[index]!;
      left.moveTo(doc);
      right.moveTo(doc);
      if (countA + left.count > ofA.length) ofA = withRoom(ofA, countA + left.count, arena);
      if (countB + right.count > ofB.length) ofB = withRoom(ofB, countB + right.count, arena);
      const { bytes: leftBytes, wide } = left;
      const { bytes: rightBytes } = right;
      const step = wide ? 2 : 1;
      let x = left.start;
      let y = right.start;
      const xEnd = x + left.count * step;
      const yEnd = y + right.count * step;
      const before = countA;
      let lastP = -1;
      let lastQ = -1;
      let p = wide ? leftBytes[x]! | (leftBytes[x + 1]! << 8) : leftBytes[x]!;
      let q = wide ? rightBytes[y]! | (rightBytes[y + 1]! << 8) : rightBytes[y]!;
      for (;;) {
        const nextX = x + step;
        const nextY = y + step;
        let movesLeft = q > p;
        if (q - p <= reach && p - q <= reach) {
          if (p !== lastP) ofA[countA++] = p;
          if (q !== lastQ) ofB[countB++] = q;
          lastP = p;
          lastQ = q;
          // The one that stands again sooner moves on; the first one among equals.
          if (nextY >= yEnd) movesLeft = true;
          else if (nextX >= xEnd) movesLeft = false;
          else {
            const nextP = wide ? leftBytes[nextX]! | (leftBytes[nextX + 1]! << 8) : leftBytes[nextX]!;
            const nextQ = wide ? rightBytes[nextY]! | (rightBytes[nextY + 1]! << 8) : rightBytes[nextY]!;
            movesLeft = nextP <= nextQ;
          }
        }
        if (movesLeft) {
          if (nextX >= xEnd) break;
          x = nextX;
          p = wide ? leftBytes[x]! | (leftBytes[x + 1]! << 8) : leftBytes[x]!;
        } else {
          if (nextY >= yEnd) break;
          y = nextY;
          q = wide ? rightBytes[y]! | (rightBytes[y + 1]! << 8) : rightBytes[y]!;
        }
      }
      if (countA === before) continue;
      kept[passages] = doc;
      ends.left[passages] = countA;
      ends.right[passages] = countB;
      passages += 1;
    }
    const found = kept.subarray(0, passages);
    return [
      { docs: found, ends: ends.left.subarray(0, passages), positions: ofA, span: 1 },
      { docs: found, ends: ends.right.subarray(0, passages), positions: ofB, span: 1 },
    ];
  };

  const phrase = (segment: Segment, node: WordsNode): Places => {
    const found = listsOf(segment, node);
    if (found === null) return NOWHERE;
    const { lists, common } = found;
    if (lists.length === 2 && lists.every(({ length }) => length === 1))
      return readPairs(segment, lists[0]![0]!, lists[1]![0]!, common);
    const each = lists.map((some) => placesOf(segment, some, common));
    return each.length === 1 ? each[0]! : adjacent(each, common, arena);
  };

  return {
    phrase,
    near(segment, nodes, distance) {
      const each = nodes.map((node) =>
        node.terms.length === 1 ? listsOf(segment, node) : phrase(segment, node),
      );
      if (each.includes(null)) return nodes.map(() => NOWHERE);
      const parts = each.map((part) => part!);
      const common = parts
        .map((part) => ('common' in part ? part.common : part.docs))
        .toSorted((a, b) => a.length - b.length)
        .reduce((all, docs) => intersect(all, docs, limit(), arena));
      const [left, right] = parts;
      if (parts.length === 2 && isOneTerm(left!) && isOneTerm(right!))
        return readNear(segment, left.lists[0]![0]!, right.lists[0]![0]!, common, distance);
      const places = parts.map((part) =>
        'common' in part ? placesOf(segment, part.lists[0]!, common) : restrict(part, common, arena),
      );
      return nearEachOther(places, common, distance, arena);
    },
  };
}

/** The same list with room for at least so many. */
function withRoom(list: Uint16Array<ArrayBuffer>, length: number, arena: Arena): Uint16Array<ArrayBuffer> {
  const larger = arena.uint16(length * 2);
  larger.set(list);
  return larger;
}

/** Whether this is one term that is no beginning of others. */
function isOneTerm<T extends { lists: readonly (readonly SegmentList[])[] }>(part: T | Places): part is T {
  return 'lists' in part && part.lists[0]!.length === 1;
}

/** The terms of a segment that begin with a prefix, from one index to before another. */
export function termsWith({ dictionary }: Segment, prefix: string): { from: number; to: number } {
  const from = dictionary.lowerBound(prefix);
  let to = from;
  while (to < dictionary.size && dictionary.term(to).startsWith(prefix)) to += 1;
  return { from, to };
}

/** Walks through the passages of a term and finds the bytes of their positions. */
class PlaceCursor {
  /** Of the passage: the bytes with its positions, where they begin in them, how many, and if two bytes each. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  count = 0;
  wide = false;
  readonly #segments: Segments;
  readonly #segment: Segment;
  readonly #list: SegmentList;
  readonly #ahead: number;
  #place = 0;
  /** Where the passage's positions begin in the stream, and where `bytes` do. */
  #at: number;
  #from = 0;

  /** `visits` is how many passages will be asked for. */
  constructor(segments: Segments, segment: Segment, list: SegmentList, visits: number) {
    this.#segments = segments;
    this.#segment = segment;
    this.#list = list;
    this.#at = list.at;
    this.#ahead = visits * 16 > list.docs.length ? FAR_AHEAD : AHEAD;
  }

  /** Moves on to a passage; false where the term is not in it. */
  moveTo(doc: number): boolean {
    const { docs, counts } = this.#list;
    const { lengths } = this.#segments;
    let place = this.#place;
    let at = this.#at;
    while (place < docs.length && docs[place]! < doc) {
      at += lengths[docs[place]!]! < WIDE ? counts[place]! : counts[place]! * 2;
      place += 1;
    }
    this.#place = place;
    this.#at = at;
    if (docs[place] !== doc) return false;
    this.wide = lengths[doc]! >= WIDE;
    this.count = counts[place]!;
    const until = at + (this.wide ? this.count * 2 : this.count);
    if (until > this.#from + this.bytes.length) {
      this.#from = at;
      this.bytes = this.#segments.positions(
        this.#segment,
        at,
        Math.min(this.#list.end, Math.max(until, at + this.#ahead)),
      );
    }
    this.start = at - this.#from;
    return true;
  }
}

const NOWHERE: Places = {
  docs: new Uint32Array(0),
  ends: new Uint32Array(0),
  positions: new Uint16Array(0),
  span: 1,
};

/** Frequencies for BM25: the title's places count more. */
export function weightsOf({ docs, ends, positions }: Places, arena: Arena): Uint16Array {
  const weights = arena.uint16(docs.length);
  let at = 0;
  for (let index = 0; index < docs.length; index += 1) {
    let weight = 0;
    for (const end = ends[index]!; at < end; at += 1)
      weight += positions[at]! >= TITLE_AT && positions[at]! < ABOUT_AT ? TITLE_WEIGHT : 1;
    weights[index] = Math.min(weight, 0xffff);
  }
  return weights;
}

/** Places of the first term behind which the others follow one by one. */
function adjacent(each: readonly Places[], docs: Uint32Array, arena: Arena): Places {
  const first = each[0]!;
  const kept = arena.uint32(docs.length);
  const ends = arena.uint32(docs.length);
  const positions = arena.uint16(first.ends[docs.length - 1] ?? 0);
  const cursors = new Uint32Array(each.length);
  let passages = 0;
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const before = count;
    for (let term = 1; term < each.length; term += 1)
      cursors[term] = index === 0 ? 0 : each[term]!.ends[index - 1]!;
    for (let at = index === 0 ? 0 : first.ends[index - 1]!; at < first.ends[index]!; at += 1) {
      const position = first.positions[at]!;
      let follows = true;
      for (let term = 1; term < each.length && follows; term += 1) {
        const { positions: theirs, ends: theirEnds } = each[term]!;
        const end = theirEnds[index]!;
        let cursor = cursors[term]!;
        while (cursor < end && theirs[cursor]! < position + term) cursor += 1;
        cursors[term] = cursor;
        follows = cursor < end && theirs[cursor] === position + term;
      }
      if (follows) positions[count++] = position;
    }
    if (count === before) continue;
    kept[passages] = docs[index]!;
    ends[passages] = count;
    passages += 1;
  }
  return { docs: kept.subarray(0, passages), ends: ends.subarray(0, passages), positions, span: each.length };
}

/** The places in some of the passages; those are all among its passages. */
function restrict(places: Places, docs: Uint32Array, arena: Arena): Places {
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

/**
 * Keeps for each of the words the places from which all others are reached with at most `distance` terms
 * between the first and the last of the group. As FTS5 does it, one group after the other from left to right.
 */
function nearEachOther(each: readonly Places[], docs: Uint32Array, distance: number, arena: Arena): Places[] {
  const kept = arena.uint32(docs.length);
  const out = each.map(({ ends, span }) => ({
    ends: arena.uint32(docs.length),
    positions: arena.uint16(ends[docs.length - 1] ?? 0),
    count: 0,
    last: -1,
    span,
  }));
  const at = new Uint32Array(each.length);
  let passages = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const before = out[0]!.count;
    for (let word = 0; word < each.length; word += 1) {
      at[word] = index === 0 ? 0 : each[word]!.ends[index - 1]!;
      out[word]!.last = -1;
    }
    const isLeft = (word: number): boolean => at[word]! < each[word]!.ends[index]!;
    const place = (word: number): number => each[word]!.positions[at[word]!]!;
    groups: for (;;) {
      // Moves every word to where it can be in a group that ends at the furthest.
      let furthest = -1;
      for (let word = 0; word < each.length; word += 1) {
        if (!isLeft(word)) break groups;
        if (place(word) > furthest) furthest = place(word);
      }
      for (let word = 0, settled = 0; settled < each.length; word = (word + 1) % each.length) {
        const least = furthest - each[word]!.span - distance;
        while (isLeft(word) && place(word) < least) at[word]! += 1;
        if (!isLeft(word)) break groups;
        if (place(word) > furthest) {
          furthest = place(word);
          settled = 0;
        }
        settled += 1;
      }
      let next = 0;
      for (let word = 0; word < each.length; word += 1) {
        const own = out[word]!;
        const position = place(word);
        if (position !== own.last) own.positions[own.count++] = position;
        own.last = position;
        if (followingPlace(each[word]!, at[word]!, index) < followingPlace(each[next]!, at[next]!, index))
          next = word;
      }
      at[next]! += 1;
    }
    if (out[0]!.count === before) continue;
    kept[passages] = docs[index]!;
    for (const own of out) own.ends[passages] = own.count;
    passages += 1;
  }
  return out.map(({ ends, positions, span }) => ({
    docs: kept.subarray(0, passages),
    ends: ends.subarray(0, passages),
    positions,
    span,
  }));
}

/** Where the word stands next in the passage; infinitely far where it does not. */
function followingPlace({ ends, positions }: Places, at: number, index: number): number {
  return at + 1 < ends[index]! ? positions[at + 1]! : Infinity;
}
