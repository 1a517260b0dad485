/** The answer to a query, in an order and under choices, page by page. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Arena } from './arena.ts';
import type { Scorer } from './bm25.ts';
import type { Evaluation } from './evaluate.ts';
import type { Matches } from './leaves.ts';
import { keepAllowed, seek, unite } from './lists.ts';
import { createNewestFirst } from './newest.ts';
import { type Runs, runsOf } from './runs.ts';
import { createTop, selectBest, selectRange } from './select.ts';

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

export interface RankingContext {
  catalogue: Catalogue;
  scorer: Scorer;
  arena: Arena;
}

/** Passages with their scores, by number. */
interface Scored {
  docs: Uint32Array;
  scores: Float64Array;
}

/** Passages that satisfy the query and the choices. */
interface Found {
  docs: Uint32Array;
  runs: Runs;
}

export function createRanking(evaluation: Evaluation, context: RankingContext): Ranking {
  const { catalogue, scorer, arena } = context;
  const { together, scattered, leaves, alone } = evaluation;
  const { articleOf } = catalogue;

  const lists = leaves.flatMap(({ counted }) => counted);
  const scored = (docs: Uint32Array): Scored => ({ docs, scores: scorer.score(docs, lists, arena) });
  const found = (docs: Uint32Array): Found => ({
    docs,
    runs: runsOf(docs, articleOf, catalogue.articles, arena),
  });
  const all = once(() => found(together));
  /** Of each article with scattered words its best passage. */
  const scatteredBest = once((): Scored => {
    if (scattered === null) return { docs: new Uint32Array(0), scores: new Float64Array(0) };
    const docs = unite(
      leaves.map((leaf) => keepAllowed(leaf.docs, articleOf, scattered, arena)),
      catalogue.passages,
      arena,
    );
    return bestOfEach(scored(docs), runsOf(docs, articleOf, catalogue.articles, arena));
  });
  const articles = once(() => withScattered(all().runs.ids, scattered));

  return {
    evaluation,
    get articles() {
      return articles();
    },
    among: (chosen, order) =>
      createList({
        found: chosen === null ? all() : found(keepAllowed(together, articleOf, chosen, arena)),
        scatteredArticles: countScattered(scattered, chosen),
        scattered: once(() => kept(scatteredBest(), articleOf, chosen)),
        scored,
        only: alone?.counted.length === 1 ? alone.counted[0]! : null,
        order,
        context,
      }),
  };
}

interface ListParts {
  found: Found;
  scatteredArticles: number;
  scattered: () => Scored;
  scored: (docs: Uint32Array) => Scored;
  /** The list that alone makes the scores, where there is one. */
  only: Matches | null;
  order: Order;
  context: RankingContext;
}

function createList(parts: ListParts): RankedList {
  const { found, scatteredArticles, scattered, scored, only, order, context } = parts;
  const { catalogue, scorer, arena } = context;
  const { docs, runs } = found;
  const { articleOf } = catalogue;
  const { ids } = runs;
  const passages = docs.length + scatteredArticles;

  const foundScored = once(() => scored(docs));
  const scatteredInOrder = once(() => createPager(scattered().docs.length, scattered, articleOf));
  /** Those that satisfy the query come first; behind them articles with scattered words. */
  const bestFirst = (first: Pager, firstCount: number): Pager => {
    return (offset, limit) => {
      const until = offset + limit;
      const page = offset < firstCount ? first(offset, Math.min(until, firstCount) - offset) : [];
      if (until <= firstCount || scatteredArticles === 0) return page;
      const from = Math.max(0, offset - firstCount);
      return [...page, ...scatteredInOrder()(from, until - firstCount - from)];
    };
  };
  /** A single list is searched for its best without scoring all of it. */
  const quick = (byArticle: boolean) =>
    only === null
      ? undefined
      : (limit: number): Uint32Array => {
          const top = createTop(limit, articleOf);
          scorer.offer(only, docs, byArticle ? articleOf : null, top);
          return top.inOrder();
        };
  const bestPassages = once(() =>
    bestFirst(createPager(docs.length, foundScored, articleOf, quick(false)), docs.length),
  );
  const bestArticles = once(() => {
    const best = once(() => bestOfEach(foundScored(), runs));
    return bestFirst(createPager(ids.length, best, articleOf, quick(true)), ids.length);
  });

  const dated = once(() => {
    const alone = scattered();
    const rest = { ids: alone.docs.map((doc) => articleOf[doc]!), docs: alone.docs };
    return createNewestFirst({ docs, runs, scattered: rest }, catalogue.newest, arena);
  });
  const newestPassages: Pager = (offset, limit) => {
    const page: number[] = [];
    let seen = 0;
    for (const article of dated()()) {
      const from = Math.max(0, offset - seen);
      seen += article.docs.length;
      if (from < article.docs.length) page.push(...article.docs.subarray(from, from + limit - page.length));
      if (page.length === limit) break;
    }
    return page;
  };
  const bestOf = (own: Uint32Array): number[] =>
    own.length === 1 ? [own[0]!] : Array.from(selectBest({ ...scored(own), articleOf }, SHOWN));
  const newestArticles = (offset: number, limit: number): RankedArticle[] => {
    const page: RankedArticle[] = [];
    let seen = 0;
    for (const { id, docs: own } of dated()()) {
      seen += 1;
      if (seen <= offset) continue;
      if (page.length === limit) break;
      page.push({ id, count: own.length, docs: bestOf(own) });
    }
    return page;
  };
  const toArticle = (best: number): RankedArticle => {
    const { first, count } = catalogue.columns;
    const id = articleOf[best]!;
    const from = seek(docs, first[id]!, 0);
    const to = seek(docs, first[id]! + count[id]!, from);
    if (from === to) return { id, count: 1, docs: [best] };
    return { id, count: to - from, docs: bestOf(docs.subarray(from, to)) };
  };

  const isNewest = order === 'newest';
  return {
    passages,
    articles: ids.length + scatteredArticles,
    pageOfPassages: (offset, limit) =>
      isNewest ? newestPassages(offset, limit) : bestPassages()(offset, limit),
    pageOfArticles: (offset, limit) =>
      isNewest ? newestArticles(offset, limit) : bestArticles()(offset, limit).map(toArticle),
  };
}

type Pager = (offset: number, limit: number) => number[];

/**
 * Pages of so many candidates in order. `quick` gives the first few where that needs no scores. What was put in
 * order last is kept, some ahead of what was asked for.
 */
function createPager(
  total: number,
  candidates: () => Scored,
  articleOf: Uint32Array,
  quick = (limit: number): Uint32Array => selectBest({ ...candidates(), articleOf }, limit),
): Pager {
  let ready: { from: number; docs: Uint32Array } = { from: 0, docs: new Uint32Array(0) };
  return (offset, limit) => {
    const until = Math.min(offset + limit, total);
    if (offset < ready.from || until > ready.from + ready.docs.length) {
      const to = Math.min(until + AHEAD, total);
      ready =
        to <= FEW
          ? { from: 0, docs: quick(to) }
          : { from: offset, docs: selectRange({ ...candidates(), articleOf }, offset, to) };
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

/** Of each article its passage with the highest score, the first among equals. */
function bestOfEach({ docs, scores }: Scored, { ids, starts }: Runs): Scored {
  const best = new Uint32Array(ids.length);
  const bestScores = new Float64Array(ids.length);
  for (let run = 0; run < ids.length; run += 1) {
    let place = starts[run]!;
    for (let at = place + 1; at < starts[run + 1]!; at += 1) if (scores[at]! > scores[place]!) place = at;
    best[run] = docs[place]!;
    bestScores[run] = scores[place]!;
  }
  return { docs: best, scores: bestScores };
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

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
