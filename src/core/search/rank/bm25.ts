/**
 * BM25 as FTS5 computes it (https://sqlite.org/fts5.html#the_bm25_function), so that both rank alike: what is in
 * more than half of all passages still counts a little.
 */
import { CHUNK } from '../chunk.ts';
import { MAX_LENGTH } from '../segment/format.ts';
import type { Arena } from './arena.ts';
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
  /** The score of each of `docs`: what each list that holds it says. */
  score(docs: Uint32Array, lists: readonly Matches[], arena: Arena): Float64Array;
  /**
   * Offers the passages of one list that are among `docs`, scored by the list alone; with `articleOf` only the best
   * of each article. Most are passed over by a bound, without a division, and most blocks without a look.
   */
  offer(matches: Matches, docs: Uint32Array, articleOf: Uint32Array | null, top: Top): void;
}

export function createScorer({ passages, average, lengths }: Collection): Scorer {
  /** What a passage's length adds to the divisor, by length. */
  const norms = Float64Array.from({ length: MAX_LENGTH + 1 }, (_unused, length) =>
    lengthNorm(length, average),
  );
  const idf = (df: number): number => {
    const weight = Math.log((passages - df + 0.5) / (df + 0.5));
    return weight > 0 ? weight : LEAST_IDF;
  };

  return {
    idf,
    score(docs, lists, arena) {
      const scores = arena.float64(docs.length).fill(0);
      let postings = 0;
      for (const { docs: held } of lists) postings += held.length;
      const factors = lists.map(({ df }) => idf(df) * MOST);
      if (lists.length > 1 && postings < docs.length * DENSE)
        addByWindow(docs, lists, factors, lengths, norms, scores);
      else
        for (const [number, matches] of lists.entries())
          addOne(docs, matches, factors[number]!, lengths, norms, scores);
      return scores;
    },
    offer({ docs: held, weights, df, blocks }, docs, articleOf, top) {
      const factor = idf(df) * MOST;
      const offering: Offering = {
        held,
        weights,
        norms,
        lengths,
        factor,
        top,
        among: docs === held ? null : docs,
        place: 0,
        articleOf,
        article: 0,
        doc: 0,
        score: 0,
      };
      let from = 0;
      for (const [block, end] of blocks.ends.entries()) {
        if (factor * blocks.peaks[block]! >= top.least)
          for (let at = from; at < end; at += CHUNK) offerPart(offering, at, Math.min(at + CHUNK, end));
        from = end;
      }
      if (offering.article > 0) top.offer(offering.doc, offering.score);
    },
  };
}

function addOne(
  docs: Uint32Array,
  { docs: held, weights }: Matches,
  factor: number,
  lengths: Uint16Array,
  norms: Float64Array,
  scores: Float64Array,
): void {
  // Long lists are searched in, others walked through.
  const isSparse = held.length > docs.length * SPARSE;
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
}

const SPARSE = 24;
/** Lists with no more postings than so many for each of the passages are added up without looking for those. */
const DENSE = 6;

/** Passages of a window: their sums stay in the processor's cache. */
const WINDOW = 1 << 14;

function addByWindow(
  docs: Uint32Array,
  lists: readonly Matches[],
  factors: readonly number[],
  lengths: Uint16Array,
  norms: Float64Array,
  scores: Float64Array,
): void {
  const sums = new Float64Array(WINDOW);
  const cursors = lists.map(() => 0);
  for (let from = 0; from < docs.length;) {
    const first = docs[from]!;
    for (const [number, matches] of lists.entries()) {
      const at = seek(matches.docs, first, cursors[number]!);
      cursors[number] = addWindow(matches, at, first, factors[number]!, lengths, norms, sums);
    }
    from = takeWindow(docs, from, first, sums, scores);
    sums.fill(0);
  }
}

/** Adds what a list says of the passages from `first` on to their sums; returns the place behind them. */
function addWindow(
  { docs, weights }: Matches,
  from: number,
  first: number,
  factor: number,
  lengths: Uint16Array,
  norms: Float64Array,
  sums: Float64Array,
): number {
  const end = first + WINDOW;
  let at = from;
  for (; at < docs.length && docs[at]! < end; at += 1) {
    const doc = docs[at]!;
    const weight = weights[at]!;
    sums[doc - first]! += (factor * weight) / (weight + norms[lengths[doc]! & MAX_LENGTH]!);
  }
  return at;
}

function takeWindow(
  docs: Uint32Array,
  from: number,
  first: number,
  sums: Float64Array,
  scores: Float64Array,
): number {
  const end = first + WINDOW;
  let at = from;
  for (; at < docs.length && docs[at]! < end; at += 1) scores[at] = sums[docs[at]! - first]!;
  return at;
}

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
