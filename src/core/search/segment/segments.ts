/** The segments of the index in the reader's memory: dictionaries and lengths; postings are read as needed. */
import type { Database } from '../../db/connect.ts';
import type { Arena } from '../rank/arena.ts';
import { IndexDamage } from './damage.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { type PostingsInto, readPostings } from './postings.ts';
import { createSegmentReader, type SegmentReader, type SegmentRow } from './store.ts';

export interface Segment extends SegmentRow {
  dictionary: Dictionary;
}

export interface SegmentList {
  docs: Uint32Array;
  /** How often each has it, for BM25. */
  weights: Uint16Array;
  /** How many positions each has; their bytes follow each other in the stream. */
  counts: Uint16Array;
  /** Where they begin and end. */
  at: number;
  end: number;
}

export interface Segments {
  all: readonly Segment[];
  /** Terms of each passage and `WIDE` (format.ts). */
  lengths: Uint16Array;
  /** Reads which segments there are; `passages` is how many are numbered. */
  refresh(passages: number): void;
  /** The passages of a segment that hold a term, dead ones included. */
  withCounts(segment: Segment, term: number, arena: Arena): SegmentList;
  /** Reads postings of neighbouring terms, one after the other, from the beginning of the arrays; `each` is told how many. */
  readEach(
    segment: Segment,
    from: number,
    to: number,
    into: { docs: Uint32Array; weights: Uint16Array },
    each: (count: number) => void,
  ): void;
  /** Reads postings of a term at `at` of the arrays; dead passages are included. Returns how many. */
  read(segment: Segment, term: number, into: PostingsInto, at: number): number;
  /** The bytes of the stream of positions. */
  positions: (segment: Segment, from: number, to: number) => Uint8Array;
}

export function createSegments(index: Database): Segments {
  const reader: SegmentReader = createSegmentReader(index);
  const known = new Map<number, Segment>();

  const load = (row: SegmentRow): Segment => {
    const bytes = reader.readAll(row.id, 'lengths');
    if (bytes.length !== row.docs * 2) throw new IndexDamage(`Segment ${row.id} lacks lengths.`);
    self.lengths.set(new Uint16Array(bytes.buffer, 0, row.docs), row.first);
    const segment = { ...row, dictionary: readDictionary(reader.readAll(row.id, 'dictionary')) };
    known.set(row.id, segment);
    return segment;
  };

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
    read(segment, term, into, at) {
      const { dictionary, first } = segment;
      const df = dictionary.df(term);
      const bytes = reader.read(
        segment.id,
        'postings',
        dictionary.postingsAt(term),
        dictionary.postingsEnd(term),
      );
      readPostings(bytes, 0, df, first, into, at);
      return df;
    },
    withCounts(segment, term, arena) {
      const { dictionary } = segment;
      const df = dictionary.df(term);
      const docs = arena.uint32(df);
      const weights = arena.uint16(df);
      const counts = arena.uint16(df);
      self.read(segment, term, { docs, weights, counts }, 0);
      return { docs, weights, counts, at: dictionary.positionsAt(term), end: dictionary.positionsEnd(term) };
    },
    readEach(segment, from, to, into, each) {
      const { dictionary, first } = segment;
      if (from >= to) return;
      const begin = dictionary.postingsAt(from);
      const bytes = reader.read(segment.id, 'postings', begin, dictionary.postingsEnd(to - 1));
      dictionary.walk(from, to, (df, postingsAt) => {
        readPostings(bytes, postingsAt - begin, df, first, into, 0);
        each(df);
      });
    },
    positions: (segment, from, to) => reader.read(segment.id, 'positions', from, to),
  };
  return self;
}
