import { tokenize } from '../fold.ts';
import { gatherTerms, type TermList } from '../terms.ts';

/** A list of words, each with the passages that hold it. */
export function termList(counts: Record<string, number>): TermList {
  const gathered = gatherTerms();
  const entries = Object.entries(counts).map(([word, df]) => ({ term: tokenize(word)[0]!.term, df }));
  for (const { term, df } of entries.toSorted((a, b) => (a.term < b.term ? -1 : 1))) gathered.add(term, df);
  return gathered.list();
}
