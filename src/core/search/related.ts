/** Passages that are about the same as a text: those that share its most telling words. */
import type { Arena } from './rank/arena.ts';
import type { Scorer } from './rank/bm25.ts';
import type { Leaf, Leaves } from './rank/leaves.ts';
import { keepAllowed, unite } from './rank/lists.ts';
import { selectBest } from './rank/select.ts';
import { tokenize } from './fold.ts';
import type { Catalogue } from './catalogue/catalogue.ts';

/** Words looked for: those with the highest frequency in the text times inverse document frequency. */
const TERMS = 12;
/** Words that more passages than this share of all hold tell nothing. */
const TOO_COMMON = 0.01;
/** In a small library a word may be in so many passages nevertheless. */
const NEVER_TOO_COMMON = 20;

export interface RelatedContext {
  catalogue: Catalogue;
  leaves: Leaves;
  scorer: Scorer;
  arena: Arena;
  /** Passages of the index, and those of them that hold a term. */
  passages: number;
  dfOf: (term: string) => number;
  /** A byte for each article that may be found; null where all may. */
  visible: Uint8Array | null;
}

/** The best passages, and the words that were looked for. */
export function findRelated(
  text: string,
  excluded: readonly number[],
  limit: number,
  context: RelatedContext,
): { docs: number[]; terms: string[] } {
  const { catalogue, leaves, scorer, arena } = context;
  const terms = tellingTerms(text, context);
  const found = terms.map((term): Leaf => leaves.find({ kind: 'words', terms: [term], prefix: false }));
  if (found.length === 0) return { docs: [], terms };
  let docs = unite(
    found.map((leaf) => leaf.docs),
    catalogue.passages,
    arena,
  );
  if (context.visible !== null) docs = keepAllowed(docs, catalogue.articleOf, context.visible, arena);
  if (excluded.length > 0) {
    const allowed = new Uint8Array(catalogue.articles).fill(1);
    for (const id of excluded) allowed[id] = 0;
    docs = keepAllowed(docs, catalogue.articleOf, allowed, arena);
  }
  const lists = found.flatMap(({ counted }) => counted);
  const scores = scorer.score(docs, lists, arena);
  const best = selectBest({ docs, scores, articleOf: catalogue.articleOf }, limit);
  return { docs: Array.from(best), terms };
}

function tellingTerms(text: string, { passages, dfOf, scorer }: RelatedContext): string[] {
  const counts = new Map<string, number>();
  for (const { term } of tokenize(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(passages * TOO_COMMON, NEVER_TOO_COMMON);
  return [...counts]
    .map(([term, count]) => ({ term, count, df: dfOf(term) }))
    .filter(({ df }) => df > 0 && df <= most)
    .map(({ term, count, df }) => ({ term, weight: count * scorer.idf(df) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, TERMS)
    .map(({ term }) => term);
}
