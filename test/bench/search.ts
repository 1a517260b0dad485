/** Search on a synthetic library, beside the bare FTS5 query of the same rank order. */
import { join } from 'node:path';
import { addArticles } from '#core/articles/add.ts';
import { openReadOnly } from '#core/db/connect.ts';
import { openLibrary } from '#core/db/open.ts';
import { openBenchCore, temporaryFolder } from './core.ts';
import { syntheticArticles, word } from './library.ts';
import { printRows, type Row, timeEach } from './measure.ts';
import { createRandom } from './random.ts';

const ARTICLES = Number(process.env['DOSSIER_BENCH_ARTICLES'] ?? 10_000);
const RUNS = 40;
const BATCH = 500;

/** Queries of a class, each another one; the expression is the same query as bare FTS5 has it. */
interface QueryClass {
  name: string;
  make: (draw: (from: number, to: number) => string) => { query: string; expression: string };
}

const all = (words: string[]): { query: string; expression: string } => ({
  query: words.join(' '),
  expression: words.map((term) => `"${term}"`).join(' AND '),
});

const CLASSES: QueryClass[] = [
  { name: 'one rare word', make: (draw) => all([draw(20_000, 50_000)]) },
  { name: 'one common word', make: (draw) => all([draw(20, 120)]) },
  { name: 'stop word', make: (draw) => all([draw(0, 5)]) },
  { name: 'three words', make: (draw) => all([draw(50, 500), draw(200, 2000), draw(500, 5000)]) },
  {
    name: 'phrase',
    make: (draw) => {
      const phrase = `${draw(0, 40)} ${draw(0, 40)}`;
      return { query: `"${phrase}"`, expression: `"${phrase}"` };
    },
  },
  {
    name: 'prefix, as typed',
    make: (draw) => {
      const prefix = draw(500, 5000).slice(0, 4);
      return { query: prefix, expression: `"${prefix}"*` };
    },
  },
];

export async function benchSearch(): Promise<void> {
  const library = join(temporaryFolder(), 'library');
  const stored = openLibrary({ path: library, create: true });
  const articles = [...syntheticArticles(ARTICLES)];
  for (let at = 0; at < articles.length; at += BATCH) addArticles(stored.db, articles.slice(at, at + BATCH));
  stored.close();

  const core = await openBenchCore(library);
  const indexing = performance.now();
  while (!(await core.call('search.status', {})).ready)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - indexing) / 1000;
  console.log(`\nIndexed ${ARTICLES} articles in ${seconds.toFixed(1)} s.`);

  const index = openReadOnly(stored.folder.search);
  const bare = index.prepare(
    'SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage) LIMIT 50',
  );
  const random = createRandom(7);
  const rows: Row[] = [];
  for (const { name, make } of CLASSES) {
    const queries = Array.from({ length: RUNS }, () => make((from, to) => word(random.integer(from, to))));
    bare.all(queries[0]!.expression);
    const floor = await timeEach(queries, ({ expression }) => bare.all(expression));
    const ours = await timeEach(queries, ({ query }) => core.call('search.passages', { query, limit: 50 }));
    rows.push({ what: name, ours, floor, floorIs: 'bare FTS5, 50 by bm25' });
  }
  index.close();
  await core.close();
  printRows(`Search, ${ARTICLES} articles: passages with excerpts, highlights, total and facets`, rows);
}
