import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { setKey } from '../../citations/keys/keys.ts';
import { openLibrary } from '../../db/open.ts';
import { createIndexer } from '../indexer.ts';
import { createSearchReader } from '../reader.ts';

const author = (family: string, given: string) => ({ author: [{ family, given }] });
const issued = (year: number) => ({ issued: { 'date-parts': [[year]] } });

const ARTICLES = [
  makeArticle(['The sea was calm, and the smithy cold.'], {
    title: 'On Calm Seas',
    ...author('Kim', 'Taewoo'),
    ...issued(2019),
  }),
  makeArticle(['Nothing.'], { title: 'Smithfield Market', ...author('Doe', 'Jane'), ...issued(2021) }),
  makeArticle(['Nothing.'], {
    title: 'Iron',
    ...author('Smith', 'Ann'),
    ...issued(2023),
  }),
  makeArticle(['Nothing.'], { title: 'Copper', ...author('Smith', 'Ann'), ...issued(2020) }),
  makeArticle(['Nothing.'], {
    title: 'The Old Smith',
    author: [{ literal: 'Guild of Ürümqi' }],
    ...issued(2001),
  }),
  makeArticle(['강제노동 배상을 명령했다.'], {
    title: '강제노동 판결',
    author: [{ family: '서', given: '윤재' }],
    ...issued(2018),
  }),
  makeArticle(['Nothing.'], { title: 'Smithereens', ...author('Roe', 'R.'), ...issued(1999) }),
];

let find: (query: string, cited?: number[], limit?: number) => number[];
let reader: ReturnType<typeof createSearchReader>;
let close: () => Promise<void>;

beforeAll(async () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  addArticles(library.db, ARTICLES);
  library.db.prepare("UPDATE article SET trashed_at = '2024-01-01' WHERE id = 7").run();
  setKey(library.db, 3, 'anvil:3');
  library.db.prepare("UPDATE article SET read_at = '2024-01-01' WHERE id = 2").run();
  const indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 1));
  reader = createSearchReader(library.folder);
  find = (query, cited = [], limit = 12) =>
    reader.sources({ query, cited, limit }).sources.map(({ articleId }) => articleId);
  close = async () => {
    reader.release();
    await indexer.close();
    library.close();
  };
});
afterAll(() => close());

describe('sources to cite', () => {
  it('are the brief’s own, then those whose author or title begins so, then other words, then passages', () => {
    expect(find('smith', [5])).toEqual([5, 3, 4, 2, 1]);
    expect(find('smith', [1, 4])).toEqual([4, 3, 2, 5, 1]);
    const { sources } = reader.sources({ query: 'smithy', cited: [], limit: 12 });
    expect(sources).toMatchObject([
      { articleId: 1, author: 'Taewoo Kim', year: 2019, cited: false, passage: { versionId: 1, start: 0 } },
    ]);
    const [start, end] = sources[0]!.passage!.highlights[0]!;
    expect(sources[0]!.passage!.excerpt.slice(start, end)).toBe('smithy');
  });

  it('are found by several words, a year, a citation key, without accents, in any script', () => {
    expect(find('smith iron')).toEqual([3]);
    expect(find('iron smith')).toEqual([3]);
    expect(find('smith 2020')).toEqual([4]);
    expect(find('smith2023')).toEqual([3]);
    expect(find('smith2023', [3, 4])).toEqual([3]);
    expect(find('anv')).toEqual([3]);
    expect(find('anvil:3', [4])).toEqual([3]);
    expect(reader.sources({ query: 'anvil', cited: [], limit: 1 }).sources[0]!.citationKey).toBe('anvil:3');
    expect(find('ann smi')).toEqual([4, 3]);
    expect(find('urumqi')).toEqual([5]);
    expect(find('강제노동')).toEqual([6]);
    expect(find('판결')).toEqual([6]);
    expect(find('서윤')).toEqual([6]);
    expect(find('“quoted” (odd) AND title:')).toEqual([]);
  });

  it('are the brief’s own and the recent ones before anything is typed', () => {
    expect(find('', [5, 3])).toEqual([5, 3, 2, 6, 4, 1]);
    expect(find('', [5, 3], 3)).toEqual([5, 3, 2]);
    expect(find('k', [5])).toEqual([1]);
  });

  it('leave out what is in the trash, unless the brief cites it', () => {
    expect(find('smithereens')).toEqual([]);
    expect(find('smithereens', [7])).toEqual([7]);
  });
});
