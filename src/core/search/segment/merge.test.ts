import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMerge } from './merge.ts';
import type { SegmentRow } from './store.ts';

/** Adds segments of these sizes one by one, joining what is chosen after each. */
function grown(sizes: readonly number[]): { most: number; written: number; passages: number } {
  let segments: SegmentRow[] = [];
  let id = 0;
  let passages = 0;
  let written = 0;
  let most = 0;
  const row = (first: number, docs: number): SegmentRow => ({ id: (id += 1), first, docs, live: docs });
  for (const docs of sizes) {
    segments.push(row(passages, docs));
    passages += docs;
    written += docs;
    for (let run = chooseMerge(segments); run !== null; run = chooseMerge(segments)) {
      const from = segments.indexOf(run[0]!);
      expect(segments.slice(from, from + run.length)).toEqual(run);
      const sum = run.reduce((total, segment) => total + segment.docs, 0);
      segments = segments.toSpliced(from, run.length, row(run[0]!.first, sum));
      written += sum;
    }
    most = Math.max(most, segments.length);
  }
  return { most, written, passages };
}

describe('segments that are joined as they are added', () => {
  it('stay few while much of one size comes in, and are written about once for each of their sizes', () => {
    const { most, written, passages } = grown(Array.from({ length: 208 }, () => 48_000));
    expect(most).toBeLessThanOrEqual(16);
    expect(written / passages).toBeLessThan(3);
  });

  it('stay few where large imports stand between small ones', () => {
    const sizes = Array.from({ length: 1000 }, (_unused, day) => (day % 40 === 0 ? 300_000 : 10 + day));
    const { most, written, passages } = grown(sizes);
    expect(most).toBeLessThanOrEqual(16);
    expect(written / passages).toBeLessThan(4);
  });

  it('stay few whatever their sizes are, until they are as large as any may be', () => {
    const size = fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 300, max: 50_000 }),
      fc.integer({ min: 50_000, max: 400_000 }),
    );
    fc.assert(
      fc.property(fc.array(size, { maxLength: 300 }), (sizes) => {
        const { most, passages } = grown(sizes);
        // Neighbours that cannot be joined have more than three million passages together.
        expect(most).toBeLessThanOrEqual(Math.max(16, (2 * passages) / 3_000_000 + 1));
      }),
    );
  });
});
