/**
 * Sources suggested while a citation is typed, key by key, through the app's own operation.
 * `DOSSIER_BENCH_ARTICLES` and `DOSSIER_BENCH_CACHE` are those of the search benchmark.
 */
import { openBenchCore, temporaryFolder } from './core.ts';
import { syntheticLibrary } from './library.ts';
import { printRows, type Row, timeEach } from './measure.ts';
import { createRandom } from './random.ts';
import { word } from './words.ts';

const ARTICLES = Number((process.env['DOSSIER_BENCH_ARTICLES'] ?? '10000').split(',').at(-1));
const RUNS = Number(process.env['DOSSIER_BENCH_RUNS'] ?? 40);
const SHOWN = 12;
/** Sources that the brief cites already. */
const CITED = 200;

export async function benchCiteSuggest(): Promise<void> {
  const library = syntheticLibrary(process.env['DOSSIER_BENCH_CACHE'] ?? temporaryFolder(), ARTICLES);
  const core = await openBenchCore(library);
  while (!(await core.call('search.status', {})).ready)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const random = createRandom(5);
  const cited = Array.from({ length: CITED }, () => random.integer(1, ARTICLES));
  const ask = (query: string) => core.call('search.sources', { query, cited, limit: SHOWN });
  /** A word as it grows, from so many letters on. */
  const typed = (text: string, from: number): string[] =>
    Array.from(text, (_letter, index) => text.slice(0, index + 1)).slice(from - 1);
  const many = (make: () => string[]): string[] => Array.from({ length: RUNS }, make).flat();
  const common = (): string => word(random.integer(0, 120));
  const rare = (): string => word(random.integer(200, 20_000));

  const classes: [what: string, queries: string[]][] = [
    ['@ alone', Array.from({ length: RUNS }, () => '')],
    ['one letter', many(() => [common().slice(0, 1)])],
    ['two letters', many(() => [common().slice(0, 2)])],
    ['a common word, from three letters on', many(() => typed(common(), 3))],
    ['a rare word, from three letters on', many(() => typed(rare(), 3))],
    ['a word and a year', many(() => [`${rare()} ${random.integer(2015, 2025)}`])],
    [
      'a second word, growing',
      many(() => {
        const first = rare();
        return typed(common(), 1).map((more) => `${first} ${more}`);
      }),
    ],
    [
      'a third word, growing',
      many(() => {
        const first = `${common()} ${common()}`;
        return typed(common(), 1).map((more) => `${first} ${more}`);
      }),
    ],
    ['two characters of Korean', many(() => [word(random.integer(0, 3000), 'ko').slice(0, 2)])],
  ];
  await ask(common());
  const rows: Row[] = [];
  const all: number[] = [];
  const ids = (await ask(common())).sources.map(({ articleId }) => articleId);
  for (const [what, queries] of classes) {
    const ours = await timeEach(queries, ask);
    const floor = await timeEach(queries.slice(0, RUNS), () => core.call('articles.summaries', { ids }));
    rows.push({ what, ours, floor, floorIs: 'the same number of articles by id' });
    all.push(...ours);
  }
  rows.push({ ...rows[0]!, what: 'all keys', ours: all });
  printRows(`Sources to cite as they are typed, ${ARTICLES.toLocaleString()} articles, ${CITED} cited`, rows);
  await core.close();
}
