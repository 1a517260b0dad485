/** Offers words that the library holds for those of a query that it does not. */
import type { SearchOutput } from '#contract/search.ts';
import { isSpaceless } from '../fold.ts';
import { queryWords } from './queryWords.ts';
import { closestTerms } from './spelling.ts';
import type { TermList } from '../terms.ts';

/**
 * How a term is written in the library: a stem always, any other where it is to be written with its accents, as
 * the analyst writes. Without them terms are words themselves.
 */
export type WrittenForm = (term: string, accented: boolean) => string;

export interface Spellings {
  terms: TermList;
  written: WrittenForm;
  /** Whether a passage holds the term. */
  holds: (term: string) => boolean;
}

/** Shorter parts are not taken for words that were written together. */
const SHORTEST_PART = 3;

/**
 * The query with the likeliest words in place of those that no passage has, its marks and operators kept; null
 * where all are known, or there is nothing like them. The word being typed counts as known while it may become
 * one.
 */
export function didYouMean(query: string, spellings: Spellings): SearchOutput['didYouMean'] {
  const { written, holds } = spellings;
  const words: { from: string; to: string }[] = [];
  let corrected = '';
  let at = 0;
  for (const { term, start, end, prefix } of queryWords(query)) {
    const growing = prefix || end === query.length;
    if (holds(term) || isSpaceless(term) || /\p{N}/u.test(term)) continue;
    // Not before it is needed: the list may have to be made.
    const { terms } = spellings;
    if (growing && begins(terms, term)) continue;
    const from = query.slice(start, end);
    const accented = from.toLowerCase() !== term;
    const to = likeliest(terms, term)
      ?.map((word) => written(word, accented))
      .join(' ');
    if (to === undefined) continue;
    words.push({ from, to });
    corrected += query.slice(at, start) + to;
    at = end;
  }
  return words.length === 0 ? null : { query: corrected + query.slice(at), words };
}

function begins(terms: TermList, term: string): boolean {
  const next = terms.lowerBound(term);
  return next < terms.size && terms.term(next).startsWith(term);
}

/** One word, or two that were written together. */
function likeliest(terms: TermList, term: string): string[] | null {
  const [closest] = closestTerms(terms, term, 1);
  // A space is a letter too.
  if (closest !== undefined && closest.distance === 1) return [closest.term];
  return twoWords(terms, term) ?? (closest === undefined ? null : [closest.term]);
}

/** The parting whose rarer word is the most frequent. */
function twoWords(terms: TermList, term: string): string[] | null {
  let best: string[] | null = null;
  let most = 0;
  for (let at = SHORTEST_PART; at <= term.length - SHORTEST_PART; at += 1) {
    const [first, second] = [terms.find(term.slice(0, at)), terms.find(term.slice(at))];
    if (first < 0 || second < 0) continue;
    const rarer = Math.min(terms.df(first), terms.df(second));
    if (rarer > most) [best, most] = [[term.slice(0, at), term.slice(at)], rarer];
  }
  return best;
}
