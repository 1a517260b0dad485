/** Phrases and words near each other, found by the positions of one segment at a time. */
import type { WordsNode } from '../query/ast.ts';
import { WIDE } from '../segment/format.ts';
import type { Dictionary } from '../segment/dictionary.ts';
import { frequentTerm, pairTerm } from '../segment/pairs.ts';
import type { ListReader, Segment, SegmentList, TermList } from '../segment/listReader.ts';
import type { Arena } from './arena.ts';
import { seek, unite } from './lists.ts';
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
  /** The list of a phrase where the segment has one: of two frequent terms in a row. */
  stored(segment: Segment, node: WordsNode): TermList | null;
  /** The passages of a segment with a phrase, and how often each has it, for BM25. */
  phrase(segment: Segment, node: WordsNode): Found;
  /** Passages with words near each other, and for each of the words how often it is near the others, for BM25. */
  near(segment: Segment, nodes: readonly WordsNode[], distance: number): Found;
  /** The postings in the lists of all the words, about as many as are gone through. */
  size(segment: Segment, node: WordsNode): number;
}

/** Passages of a segment, dead ones included, and for each word or phrase how often they have it. */
export interface Found {
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

/** The lists of a single word, of which there are several where it is a beginning, and the passages in any. */
interface Word {
  lists: SegmentList[];
  docs: Uint32Array;
}

export function createPhraseReader(reader: ListReader, arena: Arena): PhraseReader {
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

  const read = (segment: Segment, terms: readonly number[], within: Uint32Array | null): Word => {
    const lists = terms.map((term) => reader.scan(segment, term, within));
    const each = lists.map(({ docs }) => docs);
    const limit = segment.first + segment.docs;
    return { lists, docs: each.length === 0 ? NOWHERE.docs : unite(each, limit, arena) };
  };

  const stored = (segment: Segment, list: SegmentList, docs: Uint32Array): Stored =>
    readStored(reader, segment, list, docs, arena);

  const placesOfAny = (segment: Segment, { lists, docs }: Word): Places =>
    mergePlaces(
      lists.map((list) => placesOf(reader.lengths(), stored(segment, list, docs), docs, arena)),
      arena,
    );

  /**
   * Where a phrase begins; of the passages `within` alone where those are given. The rarest part is read first, the
   * others only in passages where those before stand as they should.
   */
  const placesOfPhrase = (segment: Segment, node: WordsNode, within: Uint32Array | null): Places => {
    const parts = partsOf(segment, node).toSorted((a, b) => a.df - b.df);
    const { offset: origin } = parts[0]!;
    let found: Places | null = null;
    for (const { offset, terms } of parts) {
      const word = read(segment, terms, found?.docs ?? within);
      if (word.docs.length === 0) return NOWHERE;
      if (found === null) found = placesOfAny(segment, word);
      else if (word.lists.length > 1)
        found = withNeighbour(found, placesOfAny(segment, word), offset - origin, arena);
      else {
        const others = stored(segment, word.lists[0]!, word.docs);
        found = withStoredNeighbour(found, word.docs, others, reader.lengths(), offset - origin, arena);
      }
    }
    return { ...moved(found!, -origin), span: node.terms.length };
  };

  return {
    stored(segment, node) {
      const [part, ...others] = partsOf(segment, node);
      return others.length === 0 && part!.terms.length === 1 ? reader.list(segment, part!.terms[0]!) : null;
    },
    phrase(segment, node) {
      const places = placesOfPhrase(segment, node, null);
      return { docs: places.docs, weights: [weightsOf(places, arena)] };
    },
    size: (segment, node) => partsOf(segment, node).reduce((sum, { df }) => sum + df, 0),
    near(segment, nodes, distance) {
      const none = { docs: NOWHERE.docs, weights: nodes.map(() => new Uint16Array(0)) };
      // Of the rarest word first: the others are looked for in its passages alone.
      const order = nodes
        .map((node, place) => ({ place, df: Math.min(...partsOf(segment, node).map(({ df }) => df)) }))
        .toSorted((a, b) => a.df - b.df);
      const found: (Word | Places)[] = [];
      let common: Uint32Array | null = null;
      for (const { place } of order) {
        const node = nodes[place]!;
        const isWord = node.terms.length === 1;
        found[place] = isWord
          ? read(segment, partsOf(segment, node)[0]!.terms, common)
          : placesOfPhrase(segment, node, common);
        common = found[place].docs;
        if (common.length === 0) return none;
      }
      if (common === null) return none;
      const docs = common;
      const [a, b] = found;
      if (found.length === 2 && isOneTerm(a!) && isOneTerm(b!)) {
        const [ofA, ofB] = [a, b].map(({ lists }) => stored(segment, lists[0]!, docs));
        return nearPair(ofA!, ofB!, docs, reader.lengths(), distance, arena);
      }
      const places = found.map((part) =>
        'lists' in part ? placesOfAny(segment, { ...part, docs }) : restrict(part, docs, arena),
      );
      const near = nearEachOther(places, docs, distance, arena);
      return { docs: near[0]!.docs, weights: near.map((own) => weightsOf(own, arena)) };
    },
  };
}

/** Whether this is one term that is no beginning of others. */
function isOneTerm(part: Word | Places): part is Word {
  return 'lists' in part && part.lists.length === 1;
}

/** The terms of a segment that begin with a prefix, from one index to before another. */
export function termsWith(dictionary: Dictionary, prefix: string): { from: number; to: number } {
  const last = prefix.length - 1;
  const behind = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
  return { from: dictionary.lowerBound(prefix), to: dictionary.lowerBound(behind) };
}

/** The places from which one of `others` is `gap` terms on. The passages of `others` are all among those of `places`. */
function withNeighbour(places: Places, others: Places, gap: number, arena: Arena): Places {
  const { ends, positions } = others;
  return filtered(places, others.docs, arena, (index, from, to, kept, at) => {
    let count = at;
    let other = index === 0 ? 0 : ends[index - 1]!;
    for (let place = from; place < to; place += 1) {
      const wanted = places.positions[place]! + gap;
      while (other < ends[index]! && positions[other]! < wanted) other += 1;
      if (other === ends[index]) break;
      if (positions[other] === wanted) kept[count++] = places.positions[place]!;
    }
    return count;
  });
}

/** The same with others as they are stored, those of the passages `docs`. */
function withStoredNeighbour(
  places: Places,
  docs: Uint32Array,
  { bytes, starts, counts }: Stored,
  lengths: Uint16Array,
  gap: number,
  arena: Arena,
): Places {
  return filtered(places, docs, arena, (index, from, to, kept, at) => {
    let count = at;
    const wide = lengths[docs[index]!]! >= WIDE;
    const step = wide ? 2 : 1;
    let byte = starts[index]!;
    const end = byte + counts[index]! * step;
    for (let place = from; place < to; place += 1) {
      const wanted = places.positions[place]! + gap;
      let other = -1;
      for (; byte < end; byte += step) {
        other = wide ? bytes[byte]! | (bytes[byte + 1]! << 8) : bytes[byte]!;
        if (other >= wanted) break;
      }
      if (other === wanted) kept[count++] = places.positions[place]!;
    }
    return count;
  });
}

/**
 * Keeps some places of the passages `docs`, which are all among those of `places`: `keep` writes those that it keeps
 * of the passage `docs[index]`, whose places are `from` to before `to`, to `kept` from `at` on, and says where it ended.
 */
function filtered(
  places: Places,
  docs: Uint32Array,
  arena: Arena,
  keep: (index: number, from: number, to: number, kept: Uint16Array, at: number) => number,
): Places {
  const kept = {
    docs: arena.uint32(docs.length),
    ends: arena.uint32(docs.length),
    positions: arena.uint16(places.positions.length),
  };
  let passages = 0;
  let count = 0;
  let passage = 0;
  for (let index = 0; index < docs.length; index += 1) {
    passage = seek(places.docs, docs[index]!, passage);
    const from = passage === 0 ? 0 : places.ends[passage - 1]!;
    const before = count;
    count = keep(index, from, places.ends[passage]!, kept.positions, count);
    kept.docs[passages] = docs[index]!;
    kept.ends[passages] = count;
    passages += count === before ? 0 : 1;
  }
  return {
    docs: kept.docs.subarray(0, passages),
    ends: kept.ends.subarray(0, passages),
    positions: kept.positions,
    span: 1,
  };
}

/** Places so many terms further on. */
function moved(places: Places, by: number): Places {
  if (by !== 0) for (let at = 0; at < places.positions.length; at += 1) places.positions[at]! += by;
  return places;
}
