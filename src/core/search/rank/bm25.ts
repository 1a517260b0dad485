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
      const offering: Offering = {
        ...{ held, weights, norms, lengths, factor, top },
        among: docs === held ? null : docs,
        place: 0,
        ...{ articleOf, article: 0, doc: 0, score: 0 },
      };
      let from = 0;
      for (const [block, end] of blocks.ends.entries()) {
        if (factor * blocks.peaks[block]! >= top.least)
          for (let at = from; at < end; at += AT_A_TIME)
            offerPart(offering, at, Math.min(at + AT_A_TIME, end));
        from = end;
      }
      if (offering.article > 0) top.offer(offering.doc, offering.score);
    },
  };
}

/** Loops over a part of a list are compiled soon, those over all of it only after much was gone through slowly. */
const AT_A_TIME = 1024;

interface Offering {
  held: Uint32Array;
  weights: Uint16Array;
  norms: Float64Array;
  lengths: Uint16Array;
  factor: number;
  top: Top;
  /** Passages that may be offered; null where all may. `place` is how far it was gone through. */
  among: Uint32Array | null;
  place: number;
  /** To offer the best passage of each article alone; then the article at hand and its best so far. */
  articleOf: Uint32Array | null;
  article: number;
  doc: number;
  score: number;
}

function offerPart(offering: Offering, from: number, to: number): void {
  const { held, weights, norms, lengths, factor, top, among, articleOf } = offering;
  let bound = boundOf(factor, top.least);
  for (let index = from; index < to; index += 1) {
    const doc = held[index]!;
    const weight = weights[index]!;
    const norm = norms[lengths[doc]! & MAX_LENGTH]!;
    if (norm > weight * bound) continue;
    if (among !== null) {
      offering.place = seek(among, doc, offering.place);
      if (among[offering.place] !== doc) continue;
    }
    const score = (factor * weight) / (weight + norm);
    if (articleOf === null) top.offer(doc, score);
    else offerBest(offering, articleOf[doc]!, doc, score);
    bound = boundOf(factor, top.least);
  }
}

function offerBest(offering: Offering, article: number, doc: number, score: number): void {
  const isNext = article !== offering.article;
  if (isNext && offering.article > 0) offering.top.offer(offering.doc, offering.score);
  if (!isNext && score <= offering.score) return;
  offering.article = article;
  offering.doc = doc;
  offering.score = score;
}

/** factor × weight / (weight + norm) ≥ least, solved for the norm over the weight; the slack covers rounding. */
function boundOf(factor: number, least: number): number {
  return least > 0 ? Math.max(0, (factor / least - 1) * (1 + SLACK) + SLACK) : Infinity;
}

const SLACK = 1e-9;
