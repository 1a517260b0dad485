import { tokenize } from '../fold.ts';
import type { TermList } from '../terms.ts';

/** A list of words, each with the passages that hold it. */
export function termList(counts: Record<string, number>): TermList {
  const entries = Object.entries(counts)
    .map(([word, df]) => ({ term: tokenize(word)[0]!.term, df }))
    .toSorted((a, b) => (a.term < b.term ? -1 : 1));
  const lowerBound = (prefix: string): number => {
    const at = entries.findIndex(({ term }) => term >= prefix);
    return at < 0 ? entries.length : at;
  };
  return {
    size: entries.length,
    term: (index) => entries[index]!.term,
    df: (index) => entries[index]!.df,
    find: (term) => entries.findIndex((entry) => entry.term === term),
    lowerBound,
  };
}
