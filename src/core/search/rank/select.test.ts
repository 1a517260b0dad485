import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectBest, selectRange } from './select.ts';

/** Passages of articles with scores of which many are equal. */
const candidates = fc
  .array(
    fc.record({
      score: fc.constantFrom(0, 0.25, 0.5, 0.75, 1, 1.5, 3),
      article: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 200,
    },
  )
  .map((list) => ({
    docs: Uint32Array.from(list.keys()),
    scores: Float64Array.from(list, ({ score }) => score),
    articleOf: Uint32Array.from(list, ({ article }) => article),
  }));

function inOrder({ docs, scores, articleOf }: Parameters<typeof selectBest>[0]): number[] {
  return Array.from(docs).toSorted(
    (a, b) => scores[b]! - scores[a]! || articleOf[b]! - articleOf[a]! || a - b,
  );
}

describe('the best of many', () => {
  it('are the first ones of all in order', () => {
    fc.assert(
      fc.property(candidates, fc.nat(220), (list, limit) => {
        expect(Array.from(selectBest(list, limit))).toEqual(inOrder(list).slice(0, limit));
      }),
    );
  });

  it('are found as well far down', () => {
    fc.assert(
      fc.property(candidates, fc.nat(200), fc.nat(50), (list, from, length) => {
        expect(Array.from(selectRange(list, from, from + length))).toEqual(
          inOrder(list).slice(from, from + length),
        );
      }),
    );
  });
});
