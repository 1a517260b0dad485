/** Phrases and words near each other, found by the positions of one segment at a time. */
import type { WordsNode } from '../query/ast.ts';
import { MAX_POSITION, WIDE } from '../segment/format.ts';
import type { Dictionary } from '../segment/dictionary.ts';
import { frequentTerm, pairTerm } from '../segment/pairs.ts';
import type { Segment, SegmentList, Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { unite } from './lists.ts';
import { nearEachOther, nearPair } from './near.ts';
import {
  mergePlaces,
  NOWHERE,
  type Places,
  placesOf,
  readStored,
  restrict,
  type Stored,
  weightsOf,
} from './places.ts';

export interface PhraseReader {
  /** The passages of a segment with a phrase, and how often each has it, for BM25. */
  phrase(segment: Segment, node: WordsNode): { docs: Uint32Array; weights: Uint16Array };
  /** Passages with words near each other, and for each of the words how often it is near the others, for BM25. */
  near(segment: Segment, nodes: readonly WordsNode[], distance: number): Near;
}

export interface Near {
  docs: Uint32Array;
  weights: readonly Uint16Array[];
}

/** A part of a phrase: a term or two frequent terms in a row, or all terms with the same beginning. */
interface Part {
  /** Terms of the phrase before it. */
  offset: number;
  /** Indexes in the segment's dictionary. */
  terms: number[];
  /** Passages that hold one of them, at most. */
  df: number;
}

/** The parts of a phrase with their lists, and the passages that hold all of them. */
interface Parts {
  parts: { offset: number; lists: SegmentList[] }[];
  common: Uint32Array;
}

export function createPhraseReader(segments: Segments, arena: Arena, limit: () => number): PhraseReader {
  /** Two frequent terms in a row have a list of their own, much shorter than either's. */
  const partsOf = ({ dictionary }: Segment, { terms, prefix }: WordsNode): Part[] => {
    const part = (offset: number, term: string): Part => {
      const index = dictionary.find(term);
      return index < 0 ? { offset, terms: [], df: 0 } : { offset, terms: [index], df: dictionary.df(index) };
    };
    const beginning = (offset: number, term: string): Part => {
      const { from, to } = termsWith(dictionary, term);
      let df = 0;
      dictionary.walk(from, to, (own) => (df += own));
      return { offset, terms: Array.from({ length: to - from }, (_unused, place) => from + place), df };
    };
    const whole = prefix ? terms.length - 1 : terms.length;
    const frequent = terms.map((term, place) => place < whole && dictionary.find(frequentTerm(term)) >= 0);
    const parts: Part[] = [];
    for (const [offset, term] of terms.entries())
      if (offset + 1 < whole && frequent[offset]! && frequent[offset + 1]!)
        parts.push(part(offset, pairTerm(term, terms[offset + 1]!)));
      else if (offset >= whole) parts.push(beginning(offset, term));
      else if (offset === 0 || !frequent[offset]! || !frequent[offset - 1]!) parts.push(part(offset, term));
    return parts;
  };

  /** Of the parts, the rarest first, the passages that hold all; null where the segment has none. */
  const read = (segment: Segment, node: WordsNode, within: Uint32Array | null): Parts | null => {
    const wanted = partsOf(segment, node);
    if (wanted.some(({ terms }) => terms.length === 0)) return null;
    let common = within;
    const parts: Parts['parts'] = [];
    for (const { offset, terms } of wanted.toSorted((a, b) => a.df - b.df)) {
      const lists = terms.map((term) => segments.scan(segment, term, common, arena));
      common = unite(
        lists.map(({ docs }) => docs),
        limit(),
        arena,
      );
      if (common.length === 0) return null;
      parts.push({ offset, lists });
    }
    return { parts: parts.toSorted((a, b) => a.offset - b.offset), common: common! };
  };

  const stored = (segment: Segment, list: SegmentList, docs: Uint32Array): Stored =>
    readStored(segments, segment, list, docs, arena);

  const placesOfAny = (segment: Segment, lists: readonly SegmentList[], docs: Uint32Array): Places =>
    mergePlaces(
      lists.map((list) => placesOf(segments, stored(segment, list, docs), docs, arena)),
      arena,
    );

  /** Where a phrase begins. */
  const placesOfPhrase = (segment: Segment, { parts, common }: Parts, span: number): Places => {
    const [first, second] = parts;
    if (parts.length === 2 && first!.lists.length === 1 && second!.lists.length === 1) {
      const [a, b] = [first!, second!].map(({ lists }) => stored(segment, lists[0]!, common));
      return follow(a!, b!, second!.offset, common, segments.lengths, span, arena);
    }
    const each = parts.map(({ lists }) => placesOfAny(segment, lists, common));
    const offsets = parts.map(({ offset }) => offset);
    return { ...(each.length === 1 ? each[0]! : adjacent(each, offsets, common, arena)), span };
  };

  return {
    phrase(segment, node) {
      const found = read(segment, node, null);
      if (found === null) return { docs: NOWHERE.docs, weights: new Uint16Array(0) };
      const [only] = found.parts;
      if (found.parts.length === 1 && only!.lists.length === 1) return only!.lists[0]!;
      const places = placesOfPhrase(segment, found, node.terms.length);
      return { docs: places.docs, weights: weightsOf(places, arena) };
    },
    near(segment, nodes, distance) {
      const none = { docs: NOWHERE.docs, weights: nodes.map(() => new Uint16Array(0)) };
      // Of the rarest word first: the others are looked for in its passages alone.
      const order = nodes
        .map((node, place) => ({ place, df: Math.min(...partsOf(segment, node).map(({ df }) => df)) }))
        .toSorted((a, b) => a.df - b.df);
      const found: (Parts | Places)[] = [];
      let common: Uint32Array | null = null;
      for (const { place } of order) {
        const node = nodes[place]!;
        const parts = read(segment, node, common);
        if (parts === null) return none;
        found[place] = node.terms.length === 1 ? parts : placesOfPhrase(segment, parts, node.terms.length);
        common = node.terms.length === 1 ? parts.common : (found[place] as Places).docs;
      }
      if (common === null || common.length === 0) return none;
      const docs = common;
      const [a, b] = found;
      if (found.length === 2 && isOneTerm(a!) && isOneTerm(b!)) {
        const [ofA, ofB] = [a, b].map(({ parts }) => stored(segment, parts[0]!.lists[0]!, docs));
        return nearPair(ofA!, ofB!, docs, segments.lengths, distance, arena);
      }
      const places = found.map((part) =>
        'common' in part ? placesOfAny(segment, part.parts[0]!.lists, common) : restrict(part, common, arena),
      );
      const near = nearEachOther(places, docs, distance, arena);
      return { docs: near[0]!.docs, weights: near.map((own) => weightsOf(own, arena)) };
    },
  };
}

/** Whether this is one term that is no beginning of others. */
function isOneTerm(part: Parts | Places): part is Parts {
  return 'parts' in part && part.parts[0]!.lists.length === 1;
}

/** The terms of a segment that begin with a prefix, from one index to before another. */
export function termsWith(dictionary: Dictionary, prefix: string): { from: number; to: number } {
  const last = prefix.length - 1;
  const behind = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
  return { from: dictionary.lowerBound(prefix), to: dictionary.lowerBound(behind) };
}

/** Places of the first of two from which the second is `gap` terms on, compared as they are stored. */
function follow(
  a: Stored,
  b: Stored,
  gap: number,
  docs: Uint32Array,
  lengths: Uint16Array,
  span: number,
  arena: Arena,
): Places {
  const { bytes: bytesA, starts: startsA, counts: countsA } = a;
  const { bytes: bytesB, starts: startsB, counts: countsB } = b;
  const kept = arena.uint32(docs.length);
  const ends = arena.uint32(docs.length);
  let most = 0;
  for (let index = 0; index < docs.length; index += 1) most += countsB[index]!;
  const positions = arena.uint16(most + 1);
  // Which positions are followed by the second, by the passage that they were marked for.
  const follows = arena.uint32(MAX_POSITION + 1 + gap).fill(0);
  let passages = 0;
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const wide = lengths[docs[index]!]! >= WIDE;
    const step = wide ? 2 : 1;
    const tag = index + 1;
    const before = count;
    for (let at = startsA[index]!, end = at + countsA[index]! * step; at < end; at += step)
      follows[(wide ? bytesA[at]! | (bytesA[at + 1]! << 8) : bytesA[at]!) + gap] = tag;
    for (let at = startsB[index]!, end = at + countsB[index]! * step; at < end; at += step) {
      const place = wide ? bytesB[at]! | (bytesB[at + 1]! << 8) : bytesB[at]!;
      positions[count] = place - gap;
      count += follows[place] === tag ? 1 : 0;
    }
    if (count === before) continue;
    kept[passages] = docs[index]!;
    ends[passages] = count;
    passages += 1;
  }
  return { docs: kept.subarray(0, passages), ends: ends.subarray(0, passages), positions, span };
}

/** Places of the first part from which each other one stands as much further on as its offset says. */
function adjacent(
  each: readonly Places[],
  offsets: readonly number[],
  docs: Uint32Array,
  arena: Arena,
): Places {
  const first = each[0]!;
  const kept = arena.uint32(docs.length);
  const ends = arena.uint32(docs.length);
  const positions = arena.uint16(first.ends[docs.length - 1] ?? 0);
  const cursors = new Uint32Array(each.length);
  let passages = 0;
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const before = count;
    for (let part = 1; part < each.length; part += 1)
      cursors[part] = index === 0 ? 0 : each[part]!.ends[index - 1]!;
    for (let at = index === 0 ? 0 : first.ends[index - 1]!; at < first.ends[index]!; at += 1) {
      const position = first.positions[at]!;
      let follows = true;
      for (let part = 1; part < each.length && follows; part += 1) {
        const { positions: theirs, ends: theirEnds } = each[part]!;
        const end = theirEnds[index]!;
        const wanted = position + offsets[part]!;
        let cursor = cursors[part]!;
        while (cursor < end && theirs[cursor]! < wanted) cursor += 1;
        cursors[part] = cursor;
        follows = cursor < end && theirs[cursor] === wanted;
      }
      if (follows) positions[count++] = position;
    }
    if (count === before) continue;
    kept[passages] = docs[index]!;
    ends[passages] = count;
    passages += 1;
  }
  return { docs: kept.subarray(0, passages), ends: ends.subarray(0, passages), positions, span: 1 };
}
