import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import type { EventPayload } from '#contract/events.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { updateMetadata } from '../articles/store.ts';
import type { CoreContext } from '../context.ts';
import { openReadWrite } from '../db/connect.ts';
import { openLibrary, type OpenLibrary } from '../db/open.ts';
import type { SearchInput } from './reader.ts';
import { createSearch, type Search } from './search.ts';

const wish = (query: string, limit: number): SearchInput => ({
  query,
  sort: 'best',
  group: 'passage',
  offset: 0,
  limit,
});

interface Opened {
  library: OpenLibrary;
  search: Search;
  events: EventPayload<'search.indexed'>[];
  find: (query: string) => Promise<number[]>;
  ready: () => Promise<void>;
  close: () => Promise<void>;
}
const open: Opened[] = [];
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});

function openSearch(path: string): Opened {
  const library = openLibrary({ path, create: true });
  const events: Opened['events'] = [];
  const context = {
    db: library.db,
    folder: library.folder,
    emit: (_name: string, payload: never) => void events.push(payload),
  } as unknown as CoreContext;
  const search = createSearch(context);
  let closing: Promise<void> | null = null;
  const opened: Opened = {
    library,
    search,
    events,
    async find(query) {
      const { hits } = await search.handlers['search.passages'](wish(query, 50));
      return hits.map(({ articleId }) => articleId).toSorted((a, b) => a - b);
    },
    async ready() {
      while (!(await search.handlers['search.status']({})).ready)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    close: () =>
      (closing ??= search.close().then(() => {
        library.close();
      })),
  };
  open.push(opened);
  return opened;
}

/** A closed library with `count` indexed articles: `common word<n>`. */
async function indexedLibrary(count: number): Promise<string> {
  const path = temporaryFolder();
  const { library, search, ready, close } = openSearch(path);
  const added = addArticles(
    library.db,
    Array.from({ length: count }, (_unused, index) => makeArticle([`common word${index + 1}`])),
  );
  search.articlesChanged(added.map(({ articleId }) => articleId));
  await ready();
  await close();
  return path;
}

it('follows the library while it is open', async () => {
  const { library, search, find, ready, events } = openSearch(temporaryFolder());
  expect(await find('harbour')).toEqual([]);
  const [added] = addArticles(library.db, [makeArticle(['The harbour closed.'], { title: 'Ports' })]);
  search.articlesChanged([added!.articleId]);
  await ready();
  expect(await find('harbour')).toEqual([1]);
  expect(events.at(-1)).toEqual({ indexed: 1, total: 1, ready: true, state: 'ready' });

  updateMetadata(library.db, {
    id: 1,
    csl: { type: 'report', title: 'Quays', publisher: 'Port Authority' },
    accept: [],
  });
  search.articlesChanged([1]);
  await ready();
  expect(await find('ports')).toEqual([]);
  expect(await find('quays authority')).toEqual([1]);
  const output = await search.handlers['search.passages'](wish('harbour', 5));
  expect(output.hits[0]).toMatchObject({ title: 'Quays', publication: 'Port Authority' });
  expect(output.facets.publications).toEqual([{ value: 'Port Authority', count: 1 }]);
});

it('catches up with what changed while it was not there', async () => {
  const path = await indexedLibrary(3);
  const library = openLibrary({ path, create: false });
  addArticles(library.db, [makeArticle(['late arrival'])]);
  updateMetadata(library.db, { id: 2, csl: { type: 'report', title: 'Renamed' }, accept: [] });
  library.close();
  const { find, ready } = openSearch(path);
  await ready();
  expect(await find('late')).toEqual([4]);
  expect(await find('renamed')).toEqual([2]);
});

it('notices that another library was put in its place', async () => {
  const path = await indexedLibrary(3);
  const other = temporaryFolder();
  const library = openLibrary({ path: other, create: true });
  addArticles(library.db, [makeArticle(['restored text'])]);
  library.close();
  writeFileSync(`${path}/library.sqlite`, readFileSync(`${other}/library.sqlite`));
  const { find, ready, search } = openSearch(path);
  await ready();
  expect(await find('restored')).toEqual([1]);
  expect(await find('common')).toEqual([]);
  expect(await search.handlers['search.status']({})).toEqual({
    indexed: 1,
    total: 1,
    ready: true,
    state: 'ready',
  });
});

it.each<[string, (file: string) => void]>([
  ['missing', (file) => rmSync(file)],
  ['empty', (file) => truncateSync(file, 0)],
  ['no database', (file) => writeFileSync(file, 'x'.repeat(10_000))],
  ['cut short', (file) => truncateSync(file, 8192)],
  [
    'of another version',
    (file) => {
      const db = openReadWrite(file);
      db.pragma('user_version = 999');
      db.exec('DROP TABLE piece');
      db.close();
    },
  ],
  [
    'without one of its tables',
    (file) => {
      const db = openReadWrite(file);
      db.exec('DROP TABLE catalogue');
      db.close();
    },
  ],
  [
    'damaged inside',
    (file) => {
      // Everything behind the pages that opening looks at.
      const bytes = readFileSync(file);
      bytes.fill(0xee, 8192 * 2);
      writeFileSync(file, bytes);
    },
  ],
])('rebuilds an index that is %s', async (_name, damage) => {
  const path = await indexedLibrary(5);
  const file = `${path}/search.sqlite`;
  expect(existsSync(`${file}-wal`)).toBe(false);
  damage(file);
  const { find, ready } = openSearch(path);
  await ready();
  await find('common');
  await ready();
  expect(await find('common')).toEqual([1, 2, 3, 4, 5]);
});

it.each([
  ['cut short', 'substr(bytes, 1, length(bytes) - 1)'],
  ['filled with nothing', 'zeroblob(length(bytes))'],
  ['gone', "x''"],
])('rebuilds an index whose parts turn out by a search to be %s', async (_how, damaged) => {
  const path = await indexedLibrary(5);
  const db = openReadWrite(`${path}/search.sqlite`);
  db.exec(`UPDATE piece SET bytes = ${damaged}`);
  db.close();
  const { find, ready } = openSearch(path);
  await ready();
  await find('common');
  await ready();
  expect(await find('common')).toEqual([1, 2, 3, 4, 5]);
});

it('says so where the index cannot be written', async () => {
  const path = temporaryFolder();
  openLibrary({ path: `${path}/library`, create: true }).close();
  mkdirSync(`${path}/library/search.sqlite`);
  const { find, search } = openSearch(`${path}/library`);
  await expect(find('common')).rejects.toMatchObject({ code: 'file_unwritable' });
  await expect(search.handlers['search.status']({})).rejects.toMatchObject({ code: 'file_unwritable' });
});

it('lets only the latest of quick searches wait', async () => {
  const path = await indexedLibrary(5);
  const { find } = openSearch(path);
  const outcomes = await Promise.allSettled(['common', 'word1', 'word2', 'word3'].map(find));
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.code)),
  ).toEqual([[1, 2, 3, 4, 5], 'cancelled', 'cancelled', [3]]);
});

it('closes in the midst of indexing and goes on after the next start', async () => {
  const path = temporaryFolder();
  const first = openSearch(path);
  const many = Array.from({ length: 600 }, (_unused, index) =>
    makeArticle([`common ${'filler text '.repeat(200)} number${index + 1}`]),
  );
  first.search.articlesChanged(addArticles(first.library.db, many).map(({ articleId }) => articleId));
  await first.close();
  const second = openSearch(path);
  await second.ready();
  expect(await second.find('number600')).toEqual([600]);
  expect((await second.search.handlers['search.passages'](wish('common', 1))).total).toBe(600);
});

it('starts its threads anew after they died', async () => {
  const threads: Worker[] = [];
  const seen = (thread: Worker): void => void threads.push(thread);
  process.on('worker', seen);
  try {
    const path = await indexedLibrary(2);
    threads.length = 0;
    const { library, search, find, ready } = openSearch(path);
    expect(await find('common')).toEqual([1, 2]);
    await Promise.all(threads.map((thread) => thread.terminate()));
    await expect(find('common')).rejects.toMatchObject({ code: 'unavailable' });
    expect(await find('common')).toEqual([1, 2]);
    const [added] = addArticles(library.db, [makeArticle(['common again'])]);
    const { articleId } = added!;
    search.articlesChanged([articleId]);
    await vi.waitFor(async () => expect((await search.handlers['search.status']({})).total).toBe(3), 20_000);
    await ready();
    expect(await find('again')).toEqual([articleId]);
  } finally {
    process.off('worker', seen);
  }
});

it('finds a place in a paragraph of megabytes without reading it all', async () => {
  const { library, search, ready } = openSearch(temporaryFolder());
  const paragraph = `${'many words in one paragraph '.repeat(40_000)}needle${' and on it goes'.repeat(1000)}`;
  const [added] = addArticles(library.db, [makeArticle([paragraph])]);
  const { articleId } = added!;
  search.articlesChanged([articleId]);
  await ready();
  const { hits } = await search.handlers['search.passages'](wish('needle', 5));
  expect(hits).toHaveLength(1);
  const { start, end, matches } = hits[0]!;
  expect(end - start).toBeLessThan(10_000);
  expect(matches.map(([from, to]) => paragraph.slice(from, to))).toEqual(['needle']);
});
