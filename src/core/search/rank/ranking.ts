/** The answer to a query, in an order and under choices, page by page. */
import type { Evaluation } from './evaluate.ts';
import { type Found, type FoundContext, foundInList, foundInPart } from './found.ts';
import { both, keepAllowed, unite } from './lists.ts';
import { createNewestFirst } from './newest.ts';
import { once } from './once.ts';
import type { Allowed } from './partial.ts';
import { bestOfEach, runsOf } from './runs.ts';
import { selectBest, selectRange } from './select.ts';

type Order = 'best' | 'newest';

export interface Ranking {
  evaluation: Evaluation;
  /** Articles with a match, each once. */
  articles: Uint32Array;
  /** The ranking under choices: a byte for each article, 1 for those to keep; null keeps all. */
  among(chosen: Uint8Array | null, order: Order): RankedList;
}

interface RankedArticle {
  id: number;
  /** Matching passages in all, and the best of them. */
  count: number;
  docs: number[];
}

export interface RankedList {
  passages: number;
  articles: number;
  pageOfPassages(offset: number, limit: number): number[];
  pageOfArticles(offset: number, limit: number): RankedArticle[];
}

/** Passages shown of an article. */
const SHOWN = 3;
/** So many more than were asked for are put in order: the next pages are there already. */
const AHEAD = 200;
/** Up to so many are gathered in a heap; beyond, the range that was asked for is picked out. */
const FEW = 2000;

/** Passages with their scores, by number. */
interface Scored {
  docs: Uint32Array;
  scores: Float64Array;
}

export function createRanking(evaluation: Evaluation, context: FoundContext): Ranking {
  const { catalogue, scorer, arena } = context;
  const { together, scattered, leaves } = evaluation;
  const { articleOf } = catalogue;

  const lists = once(() => leaves.flatMap(({ counted }) => counted));
  const found = (chosen: Allowed): Found => {
    if ('part' in together) return foundInPart(together.part, both(together.allowed, chosen), context);
    const docs = chosen === null ? together.docs : keepAllowed(together.docs, articleOf, chosen, arena);
    return foundInList(docs, lists(), context);
  };
  const all = once(() => found(null));
  /** Of each article with scattered words its best passage. */
  const scatteredBest = once((): Scored => {
    if (scattered === null) return { docs: new Uint32Array(0), scores: new Float64Array(0) };
    const docs = unite(
      leaves.map((leaf) => keepAllowed(leaf.docs, articleOf, scattered, arena)),
      catalogue.passages,
      arena,
    );
    const scores = scorer.score(docs, lists(), arena);
    return bestOfEach({ docs, scores }, runsOf(docs, articleOf, catalogue.articles, arena));
  });
  const articles = once(() => withScattered(all().articles, scattered));

  return {
    evaluation,
    get articles() {
      return articles();
    },
    among: (chosen, order) =>
      createList({
        found: chosen === null ? all() : found(chosen),
        scatteredArticles: countScattered(scattered, chosen),
        scattered: once(() => kept(scatteredBest(), articleOf, chosen)),
        order,
        context,
      }),
  };
}

interface ListParts {
  found: Found;
  scatteredArticles: number;
  scattered: () => Scored;
  order: Order;
  context: FoundContext;
}

function createList({ found, scatteredArticles, scattered, order, context }: ListParts): RankedList {
  const { catalogue, arena } = context;
  const { articleOf } = catalogue;

  const scatteredInOrder = createPager({
    total: scatteredArticles,
    first: (limit) => selectBest({ ...scattered(), articleOf }, limit),
    range: (from, to) => selectRange({ ...scattered(), articleOf }, from, to),
  });
  /** Those that satisfy the query come first; behind them articles with scattered words. */
  const bestFirst = (byArticle: boolean): Pager => {
    const total = byArticle ? found.articles.length : found.passages;
    const page = createPager({
      total,
      first: (limit) => found.best(limit, byArticle),
      range: (from, to) => found.range(from, to, byArticle),
    });
    return (offset, limit) => {
      const until = offset + limit;
      const own = offset < total ? page(offset, Math.min(until, total) - offset) : [];
      if (until <= total || scatteredArticles === 0) return own;
      const from = Math.max(0, offset - total);
      return [...own, ...scatteredInOrder(from, until - total - from)];
    };
  };
  const bestPassages = bestFirst(false);
  const bestArticles = bestFirst(true);

  const dated = once(() => {
    const alone = scattered();
    const rest = { ids: alone.docs.map((doc) => articleOf[doc]!), docs: alone.docs };
    return createNewestFirst(found, rest, catalogue.newest, arena);
  });
  const newestPassages: Pager = (offset, limit) => {
    const page: number[] = [];
    let seen = 0;
    for (const article of dated()()) {
      const docs = article.docs();
      const from = Math.max(0, offset - seen);
      seen += docs.length;
      if (from < docs.length) page.push(...docs.subarray(from, from + limit - page.length));
      if (page.length === limit) break;
    }
    return page;
  };
  const newestArticles = (offset: number, limit: number): RankedArticle[] => {
    const page: RankedArticle[] = [];
    let seen = 0;
    for (const { id, docs } of dated()()) {
      seen += 1;
      if (seen <= offset) continue;
      if (page.length === limit) break;
      page.push(ranked(id, docs()));
    }
    return page;
  };
  /** One with scattered words has the passage that stands for it. */
  const ranked = (id: number, docs: Uint32Array): RankedArticle => ({
    id,
    count: docs.length,
    docs: docs.length === 1 ? [docs[0]!] : Array.from(found.bestOfArticle(id, SHOWN)),
  });
  const toArticle = (best: number): RankedArticle => {
    const id = articleOf[best]!;
    const docs = found.ofArticle(id);
    return ranked(id, docs.length === 0 ? Uint32Array.of(best) : docs);
  };

  const isNewest = order === 'newest';
  return {
    passages: found.passages + scatteredArticles,
    articles: found.articles.length + scatteredArticles,
    pageOfPassages: isNewest ? newestPassages : bestPassages,
    pageOfArticles: (offset, limit) =>
      isNewest ? newestArticles(offset, limit) : bestArticles(offset, limit).map(toArticle),
  };
}

type Pager = (offset: number, limit: number) => number[];

interface Pages {
  total: number;
  first: (limit: number) => Uint32Array;
  range: (from: number, to: number) => Uint32Array;
}

/** Pages of what is in order. What was put in order last is kept, some ahead of what was asked for. */
function createPager({ total, first, range }: Pages): Pager {
  let ready: { from: number; docs: Uint32Array } = { from: 0, docs: new Uint32Array(0) };
  return (offset, limit) => {
    const until = Math.min(offset + limit, total);
    if (offset < ready.from || until > ready.from + ready.docs.length) {
      const to = Math.min(until + AHEAD, total);
      ready = to <= FEW ? { from: 0, docs: first(to) } : { from: offset, docs: range(offset, to) };
    }
    return Array.from(ready.docs.subarray(offset - ready.from, Math.max(offset, until) - ready.from));
  };
}

function kept({ docs, scores }: Scored, articleOf: Uint32Array, chosen: Uint8Array | null): Scored {
  if (chosen === null) return { docs, scores };
  const keptDocs = new Uint32Array(docs.length);
  const keptScores = new Float64Array(docs.length);
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    if (chosen[articleOf[docs[index]!]!] !== 1) continue;
    keptDocs[count] = docs[index]!;
    keptScores[count] = scores[index]!;
    count += 1;
  }
  return { docs: keptDocs.subarray(0, count), scores: keptScores.subarray(0, count) };
}

function countScattered(scattered: Uint8Array | null, chosen: Uint8Array | null): number {
  if (scattered === null) return 0;
  let count = 0;
  for (let id = 0; id < scattered.length; id += 1)
    if (scattered[id] === 1 && (chosen === null || chosen[id] === 1)) count += 1;
  return count;
}

function withScattered(ids: Uint32Array, scattered: Uint8Array | null): Uint32Array {
  const more = countScattered(scattered, null);
  if (scattered === null || more === 0) return ids;
  const all = new Uint32Array(ids.length + more);
  all.set(ids);
  let count = ids.length;
  for (let id = 0; id < scattered.length; id += 1) if (scattered[id] === 1) all[count++] = id;
  return all;
}
