/** The segments of the index in the reader's memory: dictionaries and lengths; postings are read as needed. */
import type { Database } from '../../db/connect.ts';
import type { Arena } from '../rank/arena.ts';
import { IndexDamage } from './damage.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { type PostingsInto } from './decode.ts';
import { partsOf, type PostingsParts } from './postings.ts';
import { findPostings, type Held, scanPostings } from './scan.ts';
import { readSkips, type Skips } from './skips.ts';
import { sumPostings } from './sums.ts';
import { createSegmentReader, type SegmentReader, type SegmentRow } from './store.ts';

export interface Segment extends SegmentRow {
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

export interface Segments {
  all: readonly Segment[];
  /** Terms of each passage and `WIDE` (format.ts). */
  lengths: Uint16Array;
  /** Reads which segments there are; `passages` is how many are numbered. */
  refresh(passages: number): void;
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
}

/** Lists are read into the arena's memory. */
export function createSegments(index: Database, arena: Arena): Segments {
  const reader: SegmentReader = createSegmentReader(index);
  const known = new Map<number, Segment>();
  const memory = (bytes: number): Uint8Array => arena.uint8(bytes);

  const load = (row: SegmentRow): Segment => {
    const bytes = reader.readAll(row.id, 'lengths');
    if (bytes.length !== row.docs * 2) throw new IndexDamage(`Segment ${row.id} lacks lengths.`);
    self.lengths.set(new Uint16Array(bytes.buffer, 0, row.docs), row.first);
    const segment = { ...row, dictionary: readDictionary(reader.readAll(row.id, 'dictionary')) };
    known.set(row.id, segment);
    return segment;
  };

  const postingsOf = ({ id, dictionary }: Segment, term: number): Uint8Array =>
    reader.read(id, 'postings', dictionary.postingsAt(term), dictionary.postingsEnd(term), memory);

  const self: Segments = {
    all: [],
    lengths: new Uint16Array(0),
    refresh(passages) {
      if (passages > self.lengths.length) {
        const larger = new Uint16Array(Math.ceil(passages * 1.125) + 1024);
        larger.set(self.lengths);
        self.lengths = larger;
      }
      const rows = reader.list();
      self.all = rows.map((row) => known.get(row.id) ?? load(row));
      const ids = new Set(rows.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    },
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
      if (wanted === null) scanPostings(parts, df, first, self.lengths, into);
      else found = findPostings(parts, df, first, self.lengths, into, wanted, readSkips(parts.table, df));
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
    positions: (segment, from, to) => reader.read(segment.id, 'positions', from, to, memory),
  };
  return self;
}
