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
  const found: Spelling[] = [];
  const rows = [Int32Array.from({ length: word.length + 1 }, (_unused, column) => column)];
  let before = '';
  let at = 0;
  while (at < terms.size) {
    const term = terms.term(at);
    // Looking for two letters off beyond the first letter would take ten times as long for hardly a word.
    const most = term.charCodeAt(0) === word.charCodeAt(0) ? furthest : 1;
    const tooFar = extend(rows, word, term, sharedLength(before, term), most);
    before = term;
    if (tooFar !== null) {
      before = term.slice(0, tooFar);
      at = behindPrefix(terms, at, before);
      continue;
    }
    const distance = Math.abs(term.length - word.length) > most ? most + 1 : rows[term.length]![word.length]!;
    if (distance > 0 && distance <= most) {
      const cost = LETTER_COST * distance + (term[0] === word[0] ? 0 : FIRST_LETTER_COST);
      found.push({ term, distance, score: Math.log(terms.df(at)) - cost });
    }
    at += 1;
  }
  return found.toSorted((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1)).slice(0, limit);
}

/**
 * Computes the rows for the letters of `term` behind the first `shared`, which are known. Returns how many of its
 * letters are too far from every beginning of the word; null where none are.
 */
function extend(rows: Int32Array[], word: string, term: string, shared: number, most: number): number | null {
  for (let length = shared + 1; length <= term.length; length += 1) {
    const row = (rows[length] ??= new Int32Array(word.length + 1));
    const above = rows[length - 1]!;
    const letter = term.charCodeAt(length - 1);
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
      if (
        length > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        other === term.charCodeAt(length - 2)
      )
        cost = Math.min(cost, rows[length - 2]![column - 2]! + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (to < word.length) row[to + 1] = most + 1;
    if (least > most) return length;
  }
  return null;
}

/** The first term behind `at` that does not begin with the prefix: a look at the neighbours, then bisection. */
function behindPrefix(terms: TermList, at: number, prefix: string): number {
  for (let next = at + 1; next <= at + NEIGHBOURS; next += 1)
    if (next >= terms.size || !terms.term(next).startsWith(prefix)) return next;
  const last = prefix.charCodeAt(prefix.length - 1);
  return terms.lowerBound(prefix.slice(0, -1) + String.fromCharCode(last + 1));
}
const NEIGHBOURS = 4;

function sharedLength(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  return shared;
}
