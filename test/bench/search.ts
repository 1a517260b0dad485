/**
 * Search on synthetic libraries through the app's own operation, beside the bare FTS5 query of the same rank
 * order. `DOSSIER_BENCH_ARTICLES` lists sizes (`10000,100000`), `DOSSIER_BENCH_CACHE` is a folder in which
 * libraries are kept from run to run.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationInput } from '#contract/index.ts';
import type { PassageHit } from '#contract/search.ts';
import { type Database, openReadOnly } from '#core/db/connect.ts';
import { tokenize } from '#core/search/fold.ts';
import type { QueryNode } from '#core/search/query/ast.ts';
import { parseQuery } from '#core/search/query/parse.ts';
import { type BenchCore, openBenchCore, temporaryFolder } from './core.ts';
import { ftsExpression, ftsOf, SCORE } from './fts5.ts';
import { syntheticLibrary } from './library.ts';
import { printGrowth, printRows, type Row, timeEach } from './measure.ts';
import { disturbed, queryClasses } from './queries.ts';
import { createRandom } from './random.ts';

const SIZES = (process.env['DOSSIER_BENCH_ARTICLES'] ?? '10000').split(',').map(Number);
const RUNS = Number(process.env['DOSSIER_BENCH_RUNS'] ?? 40);
const SHOWN = 50;
/** FTS5 takes seconds for a frequent word among ten million passages: the floor is measured fewer times there. */
const floorRuns = (articles: number): number => Math.min(RUNS, Math.max(5, Math.round(4_000_000 / articles)));

export async function benchSearch(): Promise<void> {
  const cache = process.env['DOSSIER_BENCH_CACHE'] ?? temporaryFolder();
  const sizes = [];
  for (const articles of SIZES)
    sizes.push({ articles, rows: await measure(syntheticLibrary(cache, articles), articles) });
  printGrowth('Growth of p95 from size to size', sizes);
}

async function measure(library: string, articles: number): Promise<Row[]> {
  const core = await openBenchCore(library);
  await indexed(core, library, articles);
  const fts = ftsOf(library);
  const random = createRandom(7);
  const passages = drawPassages(fts, library);
  const rows: Row[] = [];
  let unequal = 0;

  for (const { name, make } of queryClasses(random, () => passages(random.next()).text)) {
    const queries = Array.from({ length: RUNS }, make);
    const bare = queries.map((input) => bareQuery(fts, input));
    // Warms the files of both.
    bare[0]!();
    await core.call('search.passages', queries[0]!);
    const floor = await timeEach(bare.slice(0, floorRuns(articles)), (run) => run());
    const ours = await timeEach(queries, (input) => core.call('search.passages', { ...input, limit: SHOWN }));
    rows.push({ what: name, ours, floor, floorIs: 'bare FTS5, 50 by bm25' });
    for (const input of queries.slice(0, 5)) if (!(await ranksAlike(fts, core, input))) unequal += 1;
  }

  const paragraphs = Array.from({ length: RUNS * 5 }, () => passages(random.next())).filter(
    ({ text }) => text.length > 200,
  );
  let recalled = 0;
  const related = await timeEach(paragraphs, async ({ text, article, start }) => {
    const { hits } = await core.call('search.related', { text: disturbed(text, random), limit: 5 });
    if (hits.some((hit) => hit.articleId === article && hit.start === start)) recalled += 1;
  });
  const telling = paragraphs
    .slice(0, floorRuns(articles))
    .map(({ text }) => bareRelated(fts, disturbed(text, random)));
  const floor = await timeEach(telling, (run) => run());
  rows.push({ what: 'related', ours: related, floor, floorIs: 'bare FTS5, OR of 12 words' });

  printRows(`Search, ${articles.toLocaleString()} articles: excerpts, highlights, totals and facets`, rows);
  console.log(
    `Related passages: recall@5 ${(recalled / paragraphs.length).toFixed(3)} of ${paragraphs.length} paragraphs. ` +
      `Queries whose best 50 differ in score from those of BM25 over all matches: ${unequal}.`,
  );
  console.log(`Memory of the process: ${megabytes(process.memoryUsage().rss)} MB.`);
  fts.close();
  await core.close();
  return rows;
}

/** Waits for the index, and says how long it took and how large it is. */
async function indexed(core: BenchCore, library: string, articles: number): Promise<void> {
  const start = performance.now();
  const { indexed: before } = await core.call('search.status', {});
  while (!(await core.call('search.status', {})).ready)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - start) / 1000;
  if (before < articles) {
    const rate = Math.round((articles - before) / seconds);
    console.log(`\nIndexed ${articles - before} articles in ${seconds.toFixed(1)} s: ${rate} a second.`);
  }
  const opened = performance.now();
  await core.call('search.passages', { query: 'nothing' });
  const db = openReadOnly(join(library, 'library.sqlite'));
  const text = db
    .prepare<[], number>('SELECT sum(octet_length(text)) FROM article_version WHERE id <= 20000')
    .pluck()
    .get()!;
  db.close();
  const size = statSync(join(library, 'search.sqlite')).size;
  const whole = (text / Math.min(20_000, articles)) * articles;
  console.log(
    `${articles} articles: text ${megabytes(whole)} MB, index ${megabytes(size)} MB (${Math.round((size / whole) * 100)} %); ` +
      `first search ${Math.round(performance.now() - opened)} ms.`,
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** Draws a passage by a number from 0 to 1. */
function drawPassages(fts: Database, library: string) {
  const count = fts.prepare<[], number>('SELECT max(id) + 1 FROM place').pluck().get()!;
  const place = fts.prepare<[number], { article: number; start: number }>(
    'SELECT article, start FROM place WHERE id = ?',
  );
  const db = openReadOnly(join(library, 'library.sqlite'));
  const text = db
    .prepare<[number], string>(
      'SELECT text FROM article_version WHERE id = (SELECT version_id FROM article WHERE id = ?)',
    )
    .pluck();
  return (drawn: number) => {
    const { article, start } = place.get(Math.floor(drawn * count))!;
    return { article, start, text: text.get(article)!.slice(start).split('\n\n')[0]! };
  };
}

/** The query's words without its filters: FTS5 knows nothing of articles. */
function wordsOf(query: string): QueryNode | null {
  const { root } = parseQuery(query);
  if (root?.kind !== 'all') return root?.kind === 'filter' ? null : root;
  return { ...root, of: root.of.filter(({ kind }) => kind !== 'filter') };
}

function bareQuery(fts: Database, { query, offset = 0 }: OperationInput<'search.passages'>): () => unknown {
  const root = wordsOf(query);
  const statement = fts.prepare<[string, number]>(
    `SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY ${SCORE} LIMIT ${SHOWN} OFFSET ?`,
  );
  return () => (root === null ? [] : statement.all(ftsExpression(root), offset));
}

function bareRelated(fts: Database, text: string): () => unknown {
  // Long words are the rare ones of these vocabularies.
  const words = [...new Set(tokenize(text).map(({ term }) => term))]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 12);
  const expression = words.map((term) => `"${term}"`).join(' OR ');
  const statement = fts.prepare<[string]>(
    `SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY ${SCORE} LIMIT 5`,
  );
  return () => statement.all(expression);
}

/** Whether the passages that hold the whole query have the scores of the best that FTS5 finds. */
async function ranksAlike(
  fts: Database,
  core: BenchCore,
  input: OperationInput<'search.passages'>,
): Promise<boolean> {
  const root = wordsOf(input.query);
  const isPlain = /:/.test(input.query) || input.sort === 'newest' || input.group === 'article';
  if (root === null || isPlain || (input.offset ?? 0) > 0) return true;
  const { hits } = await core.call('search.passages', { ...input, limit: SHOWN });
  const expression = ftsExpression(root);
  const best = fts
    .prepare<[string], number>(
      `SELECT -${SCORE} FROM passage WHERE passage MATCH ? ORDER BY ${SCORE} LIMIT ${SHOWN}`,
    )
    .pluck()
    .all(expression);
  const scores = new Map(
    fts
      .prepare<[string, string], [string, number]>(
        `SELECT place.article || ' ' || place.start, -${SCORE} FROM passage JOIN place ON place.id = passage.rowid
         WHERE passage MATCH ? AND +passage.rowid IN (SELECT p.id FROM place p WHERE p.article IN (SELECT value FROM json_each(?)))`,
      )
      .raw()
      .all(expression, JSON.stringify(hits.map(({ articleId }) => articleId))),
  );
  const key = ({ articleId, start }: PassageHit): string => `${articleId} ${start}`;
  return best.every((score, place) => {
    const ours = hits[place] === undefined ? undefined : scores.get(key(hits[place]));
    return ours !== undefined && Math.abs(ours - score) < 1e-9 * Math.max(1, score);
  });
}
