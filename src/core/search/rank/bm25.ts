/**
 * BM25 as FTS5 computes it (https://sqlite.org/fts5.html#the_bm25_function), so that both rank alike: what is in
 * more than half of all passages still counts a little.
 */
import { MAX_LENGTH } from '../segment/format.ts';
import type { Matches } from './leaves.ts';
import { seek } from './lists.ts';
import { lengthNorm, MOST } from './saturation.ts';
import type { Top } from './select.ts';

const LEAST_IDF = 1e-6;

export interface Collection {
  passages: number;
  /** Terms of a passage on average. */
  average: number;
  /** Terms of each passage, in the lower 15 bits. */
  lengths: Uint16Array;
}

export interface Scorer {
  /** The weight of a word that `df` passages hold. */
  idf(df: number): number;
  /** Adds what `matches` say for each of `docs` to its score. */
  add(matches: Matches, docs: Uint32Array, scores: Float64Array): void;
  /**
   * Offers the passages of one list that are among `docs`, scored by the list alone; with `articleOf` only the best
   * of each article. Most are passed over by a bound, without a division, and most blocks without a look.
   */
  offer(matches: Matches, docs: Uint32Array, articleOf: Uint32Array | null, top: Top): void;
}

export function createScorer({ passages, average, lengths }: Collection): Scorer {
  /** What a passage's length adds to the divisor, by length. */
  const norms = Float64Array.from(
    { length: MAX_LENGTH + 1 },
    (_unused, length) => lengthNorm(length, average),
  );
  const idf = (df: number): number => {
    const weight = Math.log((passages - df + 0.5) / (df + 0.5));
    return weight > 0 ? weight : LEAST_IDF;
  };

  return {
    idf,
    add({ docs: held, weights, df }, docs, scores) {
      const factor = idf(df) * MOST;
      if (held === docs) {
        for (let at = 0; at < docs.length; at += 1) {
          const weight = weights[at]!;
          scores[at]! += (factor * weight) / (weight + norms[lengths[docs[at]!]! & MAX_LENGTH]!);
        }
        return;
      }
      // Long lists are searched in, others walked through.
      const isSparse = held.length > docs.length * 24;
      let at = 0;
      for (let index = 0; index < docs.length; index += 1) {
        const doc = docs[index]!;
        if (isSparse) at = seek(held, doc, at);
        else while (at < held.length && held[at]! < doc) at += 1;
        if (at === held.length) return;
        if (held[at] !== doc) continue;
        const weight = weights[at]!;
        scores[index]! += (factor * weight) / (weight + norms[lengths[doc]! & MAX_LENGTH]!);
      }
    },
    offer({ docs: held, weights, df, blocks }, docs, articleOf, top) {
      const factor = idf(df) * MOST;
      // factor × weight / (weight + norm) ≥ least, solved for the norm; the slack covers rounding.
      const boundOf = (least: number): number =>
        least > 0 ? Math.max(0, (factor / least - 1) * (1 + SLACK) + SLACK) : Infinity;
      let { least } = top;
      let bound = boundOf(least);
      let best = { article: 0, doc: 0, score: 0 };
      let place = 0;
      let index = 0;
      for (let block = 0; block < blocks.ends.length; block += 1) {
        const end = blocks.ends[block]!;
        if (factor * blocks.peaks[block]! < least) index = end;
        for (; index < end; index += 1) {
          const doc = held[index]!;
          const weight = weights[index]!;
          const norm = norms[lengths[doc]! & MAX_LENGTH]!;
          if (norm > weight * bound) continue;
          if (docs !== held) {
            place = seek(docs, doc, place);
            if (docs[place] !== doc) continue;
          }
          const score = (factor * weight) / (weight + norm);
          if (articleOf === null) top.offer(doc, score);
          else if (articleOf[doc] !== best.article) {
            if (best.article > 0) top.offer(best.doc, best.score);
            best = { article: articleOf[doc]!, doc, score };
          } else if (score > best.score) best = { ...best, doc, score };
          ({ least } = top);
          bound = boundOf(least);
        }
      }
      if (best.article > 0) top.offer(best.doc, best.score);
    },
  };
}

const SLACK = 1e-9;
