/** The answer to a query, in an order and under choices, page by page. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Arena } from './arena.ts';
import type { Scorer } from './bm25.ts';
import type { Evaluation } from './evaluate.ts';
import { keepAllowed, seek, unite } from './lists.ts';
import { selectBest } from './select.ts';

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
/** So many are put in order at once at least: the next pages are there already. */
const AHEAD = 1000;

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

export function createRanking(evaluation: Evaluation, context: RankingContext): Ranking {
  const { catalogue, scorer, arena } = context;
  const { together, scattered, leaves } = evaluation;
  const { articleOf } = catalogue;

  const scored = (docs: Uint32Array): Scored => {
    const scores = arena.float64(docs.length).fill(0);
    for (const { counted } of leaves) for (const matches of counted) scorer.add(matches, docs, scores);
    return { docs, scores };
  };
  const togetherScored = once(() => scored(together));
  /** Of each article with scattered words its best passage. */
  const scatteredBest = once((): Scored => {
    if (scattered === null) return { docs: new Uint32Array(0), scores: new Float64Array(0) };
    const lists = leaves.map(({ docs }) => keepAllowed(docs, articleOf, scattered, arena));
    return bestOfEach(scored(unite(lists, catalogue.passages, arena)), articleOf);
  });
  const articles = once(() => distinctArticles(together, scattered, catalogue));

  return {
    evaluation,
    get articles() {
      return articles();
    },
    among: (chosen, order) => {
      const tiers = {
        first: once(() => kept(togetherScored(), articleOf, chosen)),
        second: once(() => kept(scatteredBest(), articleOf, chosen)),
      };
      const firstDocs = chosen === null ? together : keepAllowed(together, articleOf, chosen, arena);
      return createList(firstDocs, countScattered(scattered, chosen), tiers, order, catalogue);
    },
  };
}

function createList(
  docs: Uint32Array,
  scatteredArticles: number,
  tiers: { first: () => Scored; second: () => Scored },
  order: Order,
  catalogue: Catalogue,
): RankedList {
  const { articleOf, columns } = catalogue;
  const byDay = ({ docs: some }: Scored): Scored => {
    const days = new Float64Array(some.length);
    for (let index = 0; index < some.length; index += 1) days[index] = columns.day[articleOf[some[index]!]!]!;
    return { docs: some, scores: days };
  };
  const byBest = (scored: Scored): Scored => bestOfEach(scored, articleOf);

  /** Best first: those of the second tier follow those of the first. Newest first: all by date. */
  const ordered = (shape: (scored: Scored) => Scored, firstCount: number, all: number): Pager => {
    if (order === 'newest')
      return createPager(() => byDay(joined(shape(tiers.first()), tiers.second())), articleOf);
    const first = createPager(() => shape(tiers.first()), articleOf);
    const second = createPager(tiers.second, articleOf);
    return (offset, limit) => {
      const until = Math.min(offset + limit, all);
      const page = offset < firstCount ? first(offset, Math.min(until, firstCount) - offset) : [];
      if (until <= firstCount) return page;
      const from = Math.max(0, offset - firstCount);
      return [...page, ...second(from, until - firstCount - from)];
    };
  };

  const firstArticles = once(() => countArticles(docs, catalogue));
  const passages = docs.length + scatteredArticles;
  const pages = {
    passages: once(() => ordered((scored) => scored, docs.length, passages)),
    articles: once(() => ordered(byBest, firstArticles(), firstArticles() + scatteredArticles)),
  };

  const toArticle = (best: number): RankedArticle => {
    const id = articleOf[best]!;
    const scored = tiers.first();
    const from = seek(scored.docs, columns.first[id]!, 0);
    const to = seek(scored.docs, columns.first[id]! + columns.count[id]!, from);
    if (from === to) return { id, count: 1, docs: [best] };
    const part = {
      docs: scored.docs.subarray(from, to),
      scores: scored.scores.subarray(from, to),
      articleOf,
    };
    return { id, count: to - from, docs: Array.from(selectBest(part, SHOWN), (index) => part.docs[index]!) };
  };

  return {
    passages,
    get articles() {
      return firstArticles() + scatteredArticles;
    },
    pageOfPassages: (offset, limit) => pages.passages()(offset, limit),
    pageOfArticles: (offset, limit) => pages.articles()(offset, limit).map(toArticle),
  };
}

type Pager = (offset: number, limit: number) => number[];

/** Puts as many in order as pages were asked for, and some ahead. */
function createPager(candidates: () => Scored, articleOf: Uint32Array): Pager {
  const all = once(candidates);
  let order = new Uint32Array(0);
  return (offset, limit) => {
    const { docs } = all();
    const until = Math.min(offset + limit, docs.length);
    if (until > order.length)
      order = Uint32Array.from(selectBest({ ...all(), articleOf }, Math.max(until * 2, AHEAD)));
    return Array.from(order.subarray(offset, until), (index) => docs[index]!);
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

/** Of each article its passage with the highest score, the first among equals. Passages of an article follow each other. */
function bestOfEach({ docs, scores }: Scored, articleOf: Uint32Array): Scored {
  const best = new Uint32Array(docs.length);
  const bestScores = new Float64Array(docs.length);
  let count = 0;
  let last = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const article = articleOf[docs[index]!]!;
    if (article !== last) {
      count += 1;
      last = article;
    } else if (scores[index]! <= bestScores[count - 1]!) continue;
    best[count - 1] = docs[index]!;
    bestScores[count - 1] = scores[index]!;
  }
  return { docs: best.subarray(0, count), scores: bestScores.subarray(0, count) };
}

function joined(a: Scored, b: Scored): Scored {
  if (b.docs.length === 0) return a;
  const docs = new Uint32Array(a.docs.length + b.docs.length);
  docs.set(a.docs);
  docs.set(b.docs, a.docs.length);
  // What comes of both is put in another order: their scores are not read.
  return { docs, scores: new Float64Array(docs.length) };
}

function countArticles(docs: Uint32Array, { articleOf, columns }: Catalogue): number {
  let count = 0;
  let end = 0;
  for (let index = 0; index < docs.length; index += 1) {
    if (docs[index]! < end) continue;
    const article = articleOf[docs[index]!]!;
    end = columns.first[article]! + columns.count[article]!;
    count += 1;
  }
  return count;
}

function countScattered(scattered: Uint8Array | null, chosen: Uint8Array | null): number {
  if (scattered === null) return 0;
  let count = 0;
  for (let id = 0; id < scattered.length; id += 1)
    if (scattered[id] === 1 && (chosen === null || chosen[id] === 1)) count += 1;
  return count;
}

function distinctArticles(
  together: Uint32Array,
  scattered: Uint8Array | null,
  catalogue: Catalogue,
): Uint32Array {
  const { articleOf, columns } = catalogue;
  const found = scattered === null ? new Uint8Array(0) : scattered;
  const inOrder = new Uint32Array(countArticles(together, catalogue) + countScattered(scattered, null));
  let count = 0;
  let end = 0;
  for (let index = 0; index < together.length; index += 1) {
    if (together[index]! < end) continue;
    const article = articleOf[together[index]!]!;
    end = columns.first[article]! + columns.count[article]!;
    inOrder[count++] = article;
  }
  for (let id = 0; id < found.length; id += 1) if (found[id] === 1) inOrder[count++] = id;
  return inOrder;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
