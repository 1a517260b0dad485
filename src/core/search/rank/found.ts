/** The passages that satisfy a query and the choices made, counted, ordered and read as far as an answer needs. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Arena } from './arena.ts';
import type { Scorer } from './bm25.ts';
import type { Matches } from './leaves.ts';
import { keepAllowed, seek } from './lists.ts';
import { createRange } from './far.ts';
import { once } from './once.ts';
import type { Allowed, PartialList } from './partial.ts';
import { bestOfEach, runsOf } from './runs.ts';
import { type Candidates, createTop, selectBest, selectRange } from './select.ts';

export interface Found {
  /** How many passages. */
  passages: number;
  /** The articles that they belong to, each once, in the order of their passages. */
  articles: Uint32Array;
  /** The first few in order; of each article only its best where `byArticle` says so. */
  best(limit: number, byArticle: boolean): Uint32Array;
  /** Those from one place to before another, however far down. */
  range(from: number, to: number, byArticle: boolean): Uint32Array;
  /** The passages of an article that were found, in its own order. */
  ofArticle(id: number): Uint32Array;
  /** The best of them. */
  bestOfArticle(id: number, limit: number): Uint32Array;
}

export interface FoundContext {
  catalogue: Catalogue;
  scorer: Scorer;
  arena: Arena;
}

/** Found in a list, and scored by several. */
export function foundInList(docs: Uint32Array, lists: readonly Matches[], context: FoundContext): Found {
  const { catalogue, scorer, arena } = context;
  const { articleOf, columns } = catalogue;
  const runs = runsOf(docs, articleOf, catalogue.articles, arena);
  const scoresOf = (own: Uint32Array): Candidates => ({
    docs: own,
    scores: scorer.score(own, lists, arena),
    articleOf,
  });
  const passages = once(() => scoresOf(docs));
  const articles = once(() => ({ ...bestOfEach(passages(), runs), articleOf }));
  const candidates = (byArticle: boolean): Candidates => (byArticle ? articles() : passages());
  const ofArticle = (id: number): Uint32Array => {
    const from = seek(docs, columns.first[id]!, 0);
    return docs.subarray(from, seek(docs, columns.first[id]! + columns.count[id]!, from));
  };
  return {
    passages: docs.length,
    articles: runs.ids,
    best: (limit, byArticle) => selectBest(candidates(byArticle), limit),
    range: (from, to, byArticle) => selectRange(candidates(byArticle), from, to),
    ofArticle,
    bestOfArticle(id, limit) {
      const own = ofArticle(id);
      return own.length === 1 ? own : selectBest(scoresOf(own), limit);
    },
  };
}

/** Found in a single list, of which most need not be read, and scored by that alone. */
export function foundInPart(list: PartialList, allowed: Allowed, context: FoundContext): Found {
  const { catalogue, scorer, arena } = context;
  const { articleOf, columns } = catalogue;
  const { passages, articles } = list.count(allowed);
  const range = createRange(list, allowed, passages, articleOf, scorer);
  const within = (id: number) => list.within(columns.first[id]!, columns.first[id]! + columns.count[id]!);
  /** Articles stand as their best passages do: so many of those are put in order that there are enough articles. */
  const bestArticles = (limit: number): Uint32Array => {
    const wanted = Math.min(limit, articles.length);
    for (let asked = wanted * 2; ; asked *= 4) {
      const firsts = firstOfEach(list.best(asked, allowed, scorer), articleOf);
      if (firsts.length >= wanted) return firsts.subarray(0, wanted);
    }
  };
  const asList = once(() => {
    const all = list.all();
    const docs = allowed === null ? all.docs : keepAllowed(all.docs, articleOf, allowed, arena);
    return foundInList(docs, [{ ...all, df: all.docs.length }], context);
  });
  return {
    passages,
    articles,
    best: (limit, byArticle) => (byArticle ? bestArticles(limit) : list.best(limit, allowed, scorer)),
    range: (from, to, byArticle) => (byArticle ? asList().range(from, to, true) : range(from, to)),
    ofArticle: (id) => within(id).docs,
    bestOfArticle(id, limit) {
      const top = createTop(limit, articleOf);
      scorer.offer(within(id), top);
      return top.inOrder();
    },
  };
}

/** The first passage of each article, in the order of the passages. */
function firstOfEach(docs: Uint32Array, articleOf: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  return docs.filter((doc) => {
    const before = seen.size;
    return seen.add(articleOf[doc]!).size > before;
  });
}
