/**
 * The index keeps its passages in segments: each holds the postings of a run of passages, is written once and
 * never changed. Passages have numbers that rise as they are indexed; an article that is indexed again gets new
 * ones, and its old ones belong to nobody (they are dead) from then on.
 *
 * A segment is four streams of bytes, stored in pieces (store.ts):
 *
 * - `lengths`: 16 bits a passage: its terms in all (15 bits), and `WIDE` where its positions take two bytes.
 * - `dictionary`: the terms in order of code units, with where their postings are (dictionary.ts).
 * - `postings`: for each term which passages hold it and how often (postings.ts).
 * - `positions`: where in the passage; one or two bytes each, in the order of the postings.
 */
export const STREAMS = { lengths: 0, dictionary: 1, postings: 2, positions: 3 } as const;
export type Stream = keyof typeof STREAMS;

const WIDE_BIT = 15;
export const WIDE = 1 << WIDE_BIT;
export const MAX_LENGTH = 0x7fff;
/** Bytes that so many positions take in a passage of this length, with its flag. Without a branch: it cannot be foreseen. */
export function positionBytes(length: number, count: number): number {
  return count << (length >>> WIDE_BIT);
}

/** Positions in a passage up to this one take one byte, where all of a passage's do. */
export const MAX_NARROW = 0xff;

/**
 * Title and `about` (people, then publication) stand with an article's first passage, at positions of their
 * own, so that no phrase reaches from one into the other. What lies beyond a field's share keeps its last place.
 */
export const TITLE_AT = 0x4000;
export const ABOUT_AT = 0x6000;
export const MAX_POSITION = 0xffff;

/** BM25 counts a word of the title this many times: it says more than one in passing. */
const TITLE_WEIGHT = 4;

/** What a word at a position counts for BM25. */
export function weightAt(position: number): number {
  return position >= TITLE_AT && position < ABOUT_AT ? TITLE_WEIGHT : 1;
}

/** Terms of the title and of the people are listed once more behind these signs, which no term holds. */
export const FIELD_MARKS = { title: '\u0001', author: '\u0002' } as const;
/** Terms sort behind this; those of fields before it. */
export const FIRST_TERM = '\u0003';
