/** Finds the passages for the items of a query and puts them in order. */
import type { Database } from '../db/connect.ts';
import { articleOf, PASSAGES_PER_ARTICLE } from './passages.ts';
import { itemExpression, type QueryItem, wordsExpression } from './query.ts';

/** The answer to a query before filters. Passages are named by their ids (passages.ts). */
export interface Ranking {
  items: QueryItem[];
  /** Articles that hold all items. */
  articles: number[];
  /** Passages that hold all items, in no order. */
  together: number[];
  /** The first `limit` of those passages by BM25, best first; all of them, or those among `ids`. */
  best(limit: number, ids: number[] | null): number[];
  /**
   * For each of the articles without such a passage its best one, best first: the one with the most of the
   * items, rare ones counting more.
   */
  scattered(): number[];
}

export interface Ranker {
  rank: (items: QueryItem[]) => Ranking;
}

/** BM25 weights of body, title and `about`: a word of the title says more than one in passing. */
const SCORE = 'bm25(passage, 1.0, 4.0, 1.0)';
/** Among equals the later article first; within one, the earlier passage. */
const ORDER = `${SCORE}, rowid / ${PASSAGES_PER_ARTICLE} DESC, rowid`;
/**
 * Keeps the passages of a list. The unary plus makes SQLite go through the matches once: otherwise FTS5 would
 * start anew for each rowid and count every term again each time.
 */
const AMONG = '+rowid IN (SELECT value FROM json_each(?))';

/**
 * Passages to look at for the best ones of articles with scattered words. Items that would exceed it are left
 * out of account: they are the most common ones and tell passages least apart.
 */
const SCATTERED_BUDGET = 40_000;
/** Scattered passages whose order within equal ones is decided by BM25. */
const REFINED = 400;

export function createRanker(index: Database): Ranker {
  const matching = (columns: string, table: string, rest = '') =>
    index
      .prepare<unknown[], number>(`SELECT ${columns} FROM ${table} WHERE ${table} MATCH ? ${rest}`)
      .pluck();
  const articlesWithWords = matching('rowid', 'words');
  const passages = matching('rowid', 'passage');
  const countMatches = matching('count(*)', 'passage');
  const best = matching('rowid', 'passage', `ORDER BY ${ORDER} LIMIT ?`);
  const bestAmong = matching('rowid', 'passage', `AND ${AMONG} ORDER BY ${ORDER} LIMIT ?`);
  // FTS5's own table of sizes: counting `passage` itself reads every row.
  const countAll = index.prepare<[], number>('SELECT count(*) FROM passage_docsize').pluck();

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
      .map((item) => ({ item, count: countMatches.get(itemExpression(item)) ?? 0 }))
      .toSorted((a, b) => a.count - b.count);
    const total = countAll.get() ?? 0;
    const scores = new Map<number, number>();
    const used: QueryItem[] = [];
    let looked = 0;
    for (const { item, count } of rarestFirst) {
      looked += count;
      if (used.length > 0 && looked > SCATTERED_BUDGET) break;
      used.push(item);
      // The inverse document frequency of BM25, kept above zero.
      const weight = Math.log(1 + (total - count + 0.5) / (count + 0.5));
      for (const id of passages.all(itemExpression(item)))
        if (articles.has(articleOf(id))) scores.set(id, (scores.get(id) ?? 0) + weight);
    }
    return refine(bestOfEach(scores), used);
  };

  /** Orders by score, and the first ones of equal score by BM25. */
  const refine = (found: Scored[], items: QueryItem[]): number[] => {
    const byScore = found.toSorted((a, b) => b.score - a.score || newestFirst(a, b));
    const first = JSON.stringify(byScore.slice(0, REFINED).map(({ id }) => id));
    const inOrder = bestAmong.all(items.map(itemExpression).join(' OR '), first, REFINED);
    const places = new Map(inOrder.map((id, place) => [id, place]));
    const place = ({ id }: Scored): number => places.get(id) ?? REFINED;
    return byScore
      .toSorted((a, b) => b.score - a.score || place(a) - place(b) || newestFirst(a, b))
      .map(({ id }) => id);
  };

  return {
    rank(items) {
      const expression = items.map(itemExpression).join(' AND ');
      const alone = items.length === 1;
      const candidates = alone ? [] : articlesWithAll(items);
      const together = alone || candidates.length > 0 ? passages.all(expression) : [];
      const holding = new Set(together.map(articleOf));
      const articles = alone ? [...holding] : candidates;
      let scattered: number[] | null = null;
      return {
        items,
        articles,
        together,
        best(limit, ids) {
          const among = ids ?? together;
          if (among.length <= 1) return among;
          return ids === null
            ? best.all(expression, limit)
            : bestAmong.all(expression, JSON.stringify(ids), limit);
        },
        scattered: () => (scattered ??= scatter(items, new Set(articles.filter((id) => !holding.has(id))))),
      };
    },
  };
}

/** By id, which rises with time. */
function newestFirst(a: Scored, b: Scored): number {
  return b.id - a.id;
}

interface Scored {
  id: number;
  score: number;
}

/** Of each article the passage with the highest score; the first one among equals. */
function bestOfEach(scores: Map<number, number>): Scored[] {
  const best = new Map<number, Scored>();
  for (const [id, score] of scores) {
    const other = best.get(articleOf(id));
    if (other === undefined || score > other.score || (score === other.score && id < other.id))
      best.set(articleOf(id), { id, score });
  }
  return [...best.values()];
}
