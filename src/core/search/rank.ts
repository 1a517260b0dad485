/** Finds the passages for the items of a query and puts them in order. */
import type { Database } from '../db/connect.ts';
import { articleOf } from './passages.ts';
import { itemExpression, type QueryItem, wordsExpression } from './query.ts';

/** The answer to a query before filters. Ids are those of passages.ts. */
export interface Ranking {
  items: QueryItem[];
  /** Articles that hold all items. */
  articles: number[];
  /** Passages that hold all items, best first. */
  together: number[];
  /**
   * For each of the other articles its best passage, best first: the one with the most of the items, rare ones
   * counting more. Worked out when first asked for.
   */
  scattered(): number[];
}

/** BM25 weights of body, title and `about`: a word of the title says more than one in passing. */
const WEIGHTS = '1.0, 4.0, 1.0';

/**
 * Passages to look at for the best passage of an article whose words are scattered. Beyond that the items
 * that are most common are left out of account: they tell passages least apart.
 */
const SCATTERED_BUDGET = 150_000;
/** Scattered passages whose order within equal ones is decided by BM25. */
const REFINED = 400;

export interface Ranker {
  rank(items: QueryItem[]): Ranking;
}

export function createRanker(index: Database): Ranker {
  const articlesWithWords = index
    .prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ?')
    .pluck();
  const passages = index.prepare<[string], number>('SELECT rowid FROM passage WHERE passage MATCH ?').pluck();
  const scored = index
    .prepare<[string], [number, number]>(
      `SELECT rowid, bm25(passage, ${WEIGHTS}) FROM passage WHERE passage MATCH ?`,
    )
    .raw();
  // The unary plus keeps FTS5 from starting anew for each rowid: it would count every term again each time.
  const scoredAmong = index
    .prepare<[string, string], [number, number]>(
      `SELECT rowid, bm25(passage, ${WEIGHTS}) FROM passage
       WHERE passage MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    )
    .raw();
  const countPassages = index.prepare<[], number>('SELECT count(*) FROM passage').pluck();
  const countArticles = index
    .prepare<[string], number>('SELECT count(*) FROM words WHERE words MATCH ?')
    .pluck();

  const articlesWithAll = (items: QueryItem[]): number[] => {
    let articles = articlesWithWords.all(wordsExpression(items));
    for (const item of items)
      if (item.terms.length > 1 && articles.length > 0) {
        const holding = new Set(passages.all(itemExpression(item)).map(articleOf));
        articles = articles.filter((id) => holding.has(id));
      }
    return articles;
  };

  const scatter = (items: QueryItem[], articles: Set<number>): number[] => {
    if (articles.size === 0) return [];
    const rarestFirst = items
      .map((item) => ({ item, articles: countArticles.get(wordsExpression([item])) ?? 0 }))
      .sort((a, b) => a.articles - b.articles);
    const total = countPassages.get() ?? 0;
    const scores = new Map<number, number>();
    const used: QueryItem[] = [];
    let looked = 0;
    for (const { item } of rarestFirst) {
      if (looked > SCATTERED_BUDGET) break;
      const found = passages.all(itemExpression(item));
      const weight = Math.log(1 + (total - found.length + 0.5) / (found.length + 0.5));
      for (const id of found) if (articles.has(articleOf(id))) scores.set(id, (scores.get(id) ?? 0) + weight);
      looked += found.length;
      used.push(item);
    }
    return refine(bestOfEach(scores), used);
  };

  /** Orders by score, and the first ones of equal score by BM25. */
  const refine = (best: { id: number; score: number }[], items: QueryItem[]): number[] => {
    best.sort((a, b) => b.score - a.score || newestFirst(a.id, b.id));
    const first = best.slice(0, REFINED).map(({ id }) => id);
    const bm25 = new Map(scoredAmong.all(items.map(itemExpression).join(' OR '), JSON.stringify(first)));
    const order = ({ id }: { id: number }): number => bm25.get(id) ?? 0;
    return best
      .sort((a, b) => b.score - a.score || order(a) - order(b) || newestFirst(a.id, b.id))
      .map(({ id }) => id);
  };

  return {
    rank(items) {
      const one = items.length === 1;
      const candidates = one ? [] : articlesWithAll(items);
      const found =
        !one && candidates.length === 0 ? [] : scored.all(items.map(itemExpression).join(' AND '));
      found.sort((a, b) => a[1] - b[1] || newestFirst(a[0], b[0]));
      const together = found.map(([id]) => id);
      const holding = new Set(together.map(articleOf));
      const articles = one ? [...holding] : candidates;
      let scattered: number[] | null = null;
      return {
        items,
        articles,
        together,
        scattered: () => (scattered ??= scatter(items, new Set(articles.filter((id) => !holding.has(id))))),
      };
    },
  };
}

/** The later article first; within one, the earlier passage. */
function newestFirst(a: number, b: number): number {
  return articleOf(b) - articleOf(a) || a - b;
}

function bestOfEach(scores: Map<number, number>): { id: number; score: number }[] {
  const best = new Map<number, { id: number; score: number }>();
  for (const [id, score] of scores) {
    const article = articleOf(id);
    const other = best.get(article);
    if (other === undefined || score > other.score || (score === other.score && id < other.id))
      best.set(article, { id, score });
  }
  return [...best.values()];
}
