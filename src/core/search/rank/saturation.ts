/** What a word counts in a passage by how often it stands there: BM25 without the word's weight (bm25.ts). */

const K1 = 1.2;
const B = 0.75;

/** The highest that BM25 counts of a word's own weight: more places count less and less. */
export const MOST = K1 + 1;

/** What a passage's length, in terms, adds to the divisor. */
export function lengthNorm(length: number, average: number): number {
  return K1 * (1 - B + (B * length) / average);
}

/** From 0 to 1. */
export function saturation(weight: number, length: number, average: number): number {
  return weight / (weight + lengthNorm(length, average));
}

/** A saturation in 16 bits, never less than it is. */
export function ceilPeak(value: number): number {
  return Math.min(PEAKS, Math.ceil(value * PEAKS));
}

/**
 * The most that a saturation stored at one average length can be at another: a higher average makes divisors
 * smaller, at most by the ratio of both; a lower one makes them larger.
 */
export function peakAt(peak: number, before: number, average: number): number {
  return Math.min(1, (peak / PEAKS) * Math.max(1, average / before) * (1 + SLACK));
}

const PEAKS = 0xffff;
/** Covers rounding. */
const SLACK = 1e-9;
