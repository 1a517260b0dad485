/** Words of the library that are written much like a given one. */
import type { TermList } from '../terms.ts';

export interface Spelling {
  term: string;
  /** Letters to add, take out, change, or swap with their neighbour. */
  distance: number;
  score: number;
}

/** Words shorter than this have too many neighbours to mean one of them. */
const SHORTEST = 3;
/** From this length on a word may be two letters off. */
const LONG = 5;
/** How much rarer a word may be, as a natural logarithm, to be the likelier one at one letter less. */
const LETTER_COST = 4;
/** First letters are seldom wrong. */
const FIRST_LETTER_COST = 2;

/**
 * The likeliest of the terms for a misspelt one, best first: few letters off, then frequent. The list is sorted,
 * so that a row of the distance table is computed once for all terms that share the prefix, and whole prefixes
 * that are too far off are skipped.
 */
export function closestTerms(terms: TermList, word: string, limit: number): Spelling[] {
  if (word.length < SHORTEST) return [];
  const furthest = word.length < LONG ? 1 : 2;
  const { size, units, starts, shared } = terms;
  const found: Spelling[] = [];
  const rows = [Int32Array.from({ length: word.length + 1 }, (_unused, column) => column)];
  const first = word.charCodeAt(0);
  let at = 0;
  while (at < size) {
    const start = starts[at]!;
    const length = starts[at + 1]! - start;
    // Looking for two letters off beyond the first letter would take ten times as long for hardly a word.
    const sameFirst = units[start] === first;
    const most = sameFirst ? furthest : 1;
    const tooFar = extend(rows, word, units.subarray(start, start + length), shared[at]!, most);
    if (tooFar === null && Math.abs(length - word.length) <= most) {
      const distance = rows[length]![word.length]!;
      if (distance > 0 && distance <= most) {
        const cost = LETTER_COST * distance + (sameFirst ? 0 : FIRST_LETTER_COST);
        found.push({ term: terms.term(at), distance, score: Math.log(terms.df(at)) - cost });
      }
    }
    at += 1;
    if (tooFar !== null) while (at < size && shared[at]! >= tooFar) at += 1;
  }
  return found.toSorted((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1)).slice(0, limit);
}

/**
 * Computes the rows for the letters of `term` behind the first `shared`, which are known. Returns how many of its
 * letters are too far from every beginning of the word; null where none are.
 */
function extend(
  rows: Int32Array[],
  word: string,
  term: Uint16Array,
  shared: number,
  most: number,
): number | null {
  for (let length = shared + 1; length <= term.length; length += 1) {
    const row = (rows[length] ??= new Int32Array(word.length + 1));
    const above = rows[length - 1]!;
    const letter = term[length - 1]!;
    row[0] = length;
    // Columns further from the diagonal than `most` are further off than that.
    const from = Math.max(1, length - most);
    const to = Math.min(word.length, length + most);
    if (from > 1) row[from - 1] = most + 1;
    let least = from > 1 ? most + 1 : length;
    for (let column = from; column <= to; column += 1) {
      const other = word.charCodeAt(column - 1);
      let cost = Math.min(
        above[column]! + 1,
        row[column - 1]! + 1,
        above[column - 1]! + (letter === other ? 0 : 1),
      );
      if (length > 1 && column > 1 && letter === word.charCodeAt(column - 2) && other === term[length - 2]!)
        cost = Math.min(cost, rows[length - 2]![column - 2]! + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (to < word.length) row[to + 1] = most + 1;
    if (least > most) return length;
  }
  return null;
}
