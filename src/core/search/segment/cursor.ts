/** Reads the lists of a segment one after the other. */
import type { Dictionary } from './dictionary.ts';
import type { SegmentReader } from './store.ts';

/** Bytes read ahead. */
const AHEAD = 256_000;

/** Reads the lists of a segment from the first on. */
export function createCursor(segment: number, dictionary: Dictionary, reader: SegmentReader) {
  const ahead = (stream: 'postings' | 'positions', end: number) => {
    let from = 0;
    let bytes = new Uint8Array(0);
    return (at: number, to: number): Uint8Array => {
      if (to > from + bytes.length) {
        from = at;
        bytes = Uint8Array.from(reader.read(segment, stream, at, Math.min(end, Math.max(to, at + AHEAD))));
      }
      return bytes.subarray(at - from, to - from);
    };
  };
  const last = dictionary.size - 1;
  const postings = ahead('postings', last < 0 ? 0 : dictionary.postingsEnd(last));
  const positions = ahead('positions', last < 0 ? 0 : dictionary.positionsEnd(last));
  return {
    postings: (index: number) => postings(dictionary.postingsAt(index), dictionary.postingsEnd(index)),
    positions: (index: number) => positions(dictionary.positionsAt(index), dictionary.positionsEnd(index)),
  };
}
