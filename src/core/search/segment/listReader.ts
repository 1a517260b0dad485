/** Reads the lists of segments, whose dictionaries and lengths are in memory, from the file of the index. */
import type { Database } from '../../db/connect.ts';
import type { Arena } from '../rank/arena.ts';
import { type PostingsInto } from './decode.ts';
import type { Dictionary } from './dictionary.ts';
import { partsOf, type PostingsParts } from './postings.ts';
import { findPostings, type Held, scanPostings } from './scan.ts';
import { readSkips, type Skips } from './skips.ts';
import { createSegmentReader, type SegmentRow } from './store.ts';
import { sumPostings } from './sums.ts';

export interface Segment extends Pick<SegmentRow, 'id' | 'first' | 'docs'> {
  dictionary: Dictionary;
}

/** Passages that hold a term, with where its positions are. */
export interface SegmentList extends Held {
  /** Where the term's positions begin and end in their stream. */
  at: number;
  end: number;
  /** Passages that hold the term in all. */
  df: number;
}

/** The list of a term in a segment, to be read whole or in part; dead passages are included. */
export interface TermList {
  segment: Segment;
  df: number;
  parts: PostingsParts;
  /** Its table, where it has one. */
  skips: Skips | null;
}

export interface ListReader {
  /** The passages of a segment that hold a term, dead ones included; of those in `wanted` alone where that is given. */
  scan(segment: Segment, term: number, wanted: Uint32Array | null): SegmentList;
  /**
   * Writes down the passages that hold any of neighbouring terms, with the sums of their weights, from place `at` on.
   * Returns the place behind.
   */
  sum(segment: Segment, from: number, to: number, into: PostingsInto, at: number): number;
  /** The list of a term, still as it is stored. */
  list(segment: Segment, term: number): TermList;
  /** The bytes of the stream of positions. */
  positions: (segment: Segment, from: number, to: number) => Uint8Array;
  /** The same in the pieces in which they are stored, the outer ones whole. `at` is where in the stream one begins. */
  walkPositions(
    segment: Segment,
    from: number,
    to: number,
    visit: (piece: Uint8Array, at: number) => void,
  ): void;
  /** Terms of each passage and `WIDE` (format.ts). */
  lengths: () => Uint16Array;
}

/** Lists are read into the arena's memory. */
export function createListReader(index: Database, arena: Arena, lengths: () => Uint16Array): ListReader {
  const reader = createSegmentReader(index);
  const memory = (bytes: number): Uint8Array => arena.uint8(bytes);
  const postingsOf = ({ id, dictionary }: Segment, term: number): Uint8Array =>
    reader.read(id, 'postings', dictionary.postingsAt(term), dictionary.postingsEnd(term), memory);

  return {
    list(segment, term) {
      const df = segment.dictionary.df(term);
      const parts = partsOf(postingsOf(segment, term), df);
      return { segment, df, parts, skips: readSkips(parts.table, df) };
    },
    scan(segment, term, wanted) {
      const { dictionary, first } = segment;
      const df = dictionary.df(term);
      const parts = partsOf(postingsOf(segment, term), df);
      const room = Math.min(df, wanted?.length ?? df);
      const docs = arena.uint32(room);
      const starts = arena.uint32(room);
      const weights = arena.uint16(room);
      const counts = arena.uint16(room);
      const into = { docs, weights, counts, starts };
      let found = df;
      if (wanted === null) scanPostings(parts, df, first, lengths(), into);
      else found = findPostings(parts, df, first, lengths(), into, wanted, readSkips(parts.table, df));
      return {
        docs: docs.subarray(0, found),
        weights: weights.subarray(0, found),
        counts: counts.subarray(0, found),
        starts: starts.subarray(0, found),
        at: dictionary.positionsAt(term),
        end: dictionary.positionsEnd(term),
        df,
      };
    },
    sum(segment, from, to, into, at) {
      const { dictionary, docs, first } = segment;
      if (from >= to) return at;
      const begin = dictionary.postingsAt(from);
      const bytes = reader.read(segment.id, 'postings', begin, dictionary.postingsEnd(to - 1), memory);
      const lists: { at: number; df: number }[] = [];
      dictionary.walk(from, to, (df, postingsAt) => lists.push({ at: postingsAt - begin, df }));
      return sumPostings(bytes, lists, docs, first, into, at);
    },
    positions: ({ id }, from, to) => reader.read(id, 'positions', from, to, memory),
    walkPositions: ({ id }, from, to, visit) => reader.walk(id, 'positions', from, to, visit),
    lengths,
  };
}
