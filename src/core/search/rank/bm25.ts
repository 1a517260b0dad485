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
import type { Weighted } from './partial.ts';
import type { Offered } from './select.ts';

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
   * Offers passages of one list by what it alone says of them: from 0 to 1, without the word's weight, which changes no
   * order. Most are passed over by a bound, without a division.
   */
  offer(list: Weighted, to: Offered): void;
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
    offer(list, to) {
      const { length } = list.docs;
      for (let at = 0; at < length; at += CHUNK)
        offerPart(list, at, Math.min(at + CHUNK, length), norms, lengths, to);
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

function offerPart(
  { docs, weights }: Weighted,
  from: number,
  end: number,
  norms: Float64Array,
  lengths: Uint16Array,
  to: Offered,
): void {
  const shortest = norms[0]!;
  let bound = boundOf(to.least);
  for (let index = from; index < end; index += 1) {
    const weight = weights[index]!;
    // Where a word stands too seldom for a passage of any length, the length need not be looked up.
    if (shortest > weight * bound) continue;
    const doc = docs[index]!;
    const norm = norms[lengths[doc]! & MAX_LENGTH]!;
    if (norm > weight * bound) continue;
    to.offer(doc, weight / (weight + norm));
    bound = boundOf(to.least);
  }
}

/** weight / (weight + norm) ≥ least, solved for the norm over the weight; the slack covers rounding. */
function boundOf(least: number): number {
  return least > 0 ? Math.max(0, (1 / least - 1) * (1 + SLACK) + SLACK) : Infinity;
}

const SLACK = 1e-9;
