/** Writes a segment anew without the postings of passages that belong to no article any more. */
import { ByteWriter } from './bytes.ts';
import { createCursor } from './cursor.ts';
import { readDictionary } from './dictionary.ts';
import { positionBytes } from './format.ts';
import { WORK } from './merge.ts';
import { partsOf, PostingsWriter } from './postings.ts';
import { createHeld, scanPostings } from './scan.ts';
import { createRewrite, LARGE } from './rewrite.ts';
import { SKIPS_SHAPE } from './skips.ts';
import type { SegmentReader, SegmentRow, SegmentWriter } from './store.ts';

/** Up to this share of a segment's postings may be of dead passages, and so few passages are never worth a sweep. */
const MOST_DEAD = 1 / 3;
const LEAST_DEAD = 1000;

/** Whether so much is dead, of what the segments have postings of, that one of them is worth a sweep. */
export function isSweepDue(segments: readonly SegmentRow[], live: number): boolean {
  const held = segments.reduce((sum, segment) => sum + segment.live, 0);
  return held - live > Math.max(held * MOST_DEAD, LEAST_DEAD);
}

/** The segment of whose passages the largest share is dead, and how many are alive. `alive` has a 1 for each of those. */
export function chooseSweep(
  segments: readonly SegmentRow[],
  alive: Uint8Array,
): { segment: SegmentRow; live: number } | null {
  let worst: { segment: SegmentRow; live: number } | null = null;
  for (const segment of segments) {
    let live = 0;
    for (let doc = segment.first; doc < segment.first + segment.docs; doc += 1) live += alive[doc]!;
    if (live === segment.live) continue;
    if (worst === null || live / segment.live < worst.live / worst.segment.live) worst = { segment, live };
  }
  return worst;
}

/** In steps, as `mergeSegments`. Its passages keep their numbers. */
export function* sweepSegment(
  { segment, live }: { segment: SegmentRow; live: number },
  alive: Uint8Array,
  reader: SegmentReader,
  writer: SegmentWriter,
  largeFrom = LARGE,
  skipsShape = SKIPS_SHAPE,
): Generator<void> {
  const { first, docs } = segment;
  const lengths = new Uint16Array(reader.readAll(segment.id, 'lengths').buffer, 0, docs);
  const out = createRewrite(writer, lengths, docs >= largeFrom ? skipsShape : null);
  yield;

  const dictionary = readDictionary(reader.readAll(segment.id, 'dictionary'));
  const cursor = createCursor(segment.id, dictionary, reader);
  const list = new ByteWriter();
  const postings = new PostingsWriter(list, () => new ByteWriter());
  const held = createHeld(docs);
  let work = 0;
  for (let index = 0; index < dictionary.size; index += 1) {
    const df = dictionary.df(index);
    const positions = cursor.positions(index);
    if (df > 0) scanPostings(partsOf(cursor.postings(index), df), df, 0, lengths, held);
    let kept = 0;
    for (let at = 0; at < df; at += 1) {
      const doc = held.docs[at]!;
      if (alive[first + doc] !== 1) continue;
      const count = held.counts[at]!;
      postings.passage(doc, held.weights[at]!, count);
      const start = held.starts[at]!;
      out.positions(positions.subarray(start, start + positionBytes(lengths[doc]!, count)));
      kept += 1;
    }
    // A sign of frequent terms (pairs.ts) has no list to begin with.
    if (kept > 0 || df === 0) {
      list.clear();
      postings.end();
      out.list(dictionary.term(index), kept, list.view());
    }
    work += 1 + df / 10;
    if (work > WORK) {
      work = 0;
      yield;
    }
  }
  yield* out.finish([segment], { first, docs, live });
}
