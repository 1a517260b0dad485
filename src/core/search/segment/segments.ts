/** The segments of the index in the reader's memory, which other threads can read: dictionaries and lengths. */
import type { Database } from '../../db/connect.ts';
import { IndexDamage } from './damage.ts';
import { readDictionary } from './dictionary.ts';
import type { Segment } from './listReader.ts';
import { createSegmentReader, type SegmentRow } from './store.ts';

export interface Segments {
  all: readonly LoadedSegment[];
  /** Terms of each passage and `WIDE` (format.ts). */
  lengths: Uint16Array<SharedArrayBuffer>;
  /** Reads which segments there are; `passages` is how many are numbered. */
  refresh(passages: number): void;
}

export interface LoadedSegment extends SegmentRow, Segment {
  /** The dictionary as it is stored. */
  bytes: Uint8Array<SharedArrayBuffer>;
}

export function createSegments(index: Database): Segments {
  const reader = createSegmentReader(index);
  const known = new Map<number, LoadedSegment>();

  const load = (row: SegmentRow): LoadedSegment => {
    const lengths = reader.readAll(row.id, 'lengths');
    if (lengths.length !== row.docs * 2) throw new IndexDamage(`Segment ${row.id} lacks lengths.`);
    self.lengths.set(new Uint16Array(lengths.buffer, 0, row.docs), row.first);
    const bytes = reader.readAll(row.id, 'dictionary');
    const segment = { ...row, bytes, dictionary: readDictionary(bytes) };
    known.set(row.id, segment);
    return segment;
  };

  const self: Segments = {
    all: [],
    lengths: new Uint16Array(new SharedArrayBuffer(0)),
    refresh(passages) {
      if (passages > self.lengths.length) {
        const larger = new Uint16Array(new SharedArrayBuffer((Math.ceil(passages * 1.125) + 1024) * 2));
        larger.set(self.lengths);
        self.lengths = larger;
      }
      const rows = reader.list();
      self.all = rows.map((row) => known.get(row.id) ?? load(row));
      const ids = new Set(rows.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    },
  };
  return self;
}
