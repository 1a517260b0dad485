/** What of an article filters, facets, orders and groups go by, from the library to the answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchOutput } from '#contract/search.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openLibrary, type OpenLibrary } from '../db/open.ts';
import { createIndexer, type Indexer } from './indexer.ts';
import { createSearchReader, type SearchInput, type SearchReader } from './reader.ts';

let library: OpenLibrary;
let indexer: Indexer;
let reader: SearchReader;

const ready = async (): Promise<void> => {
  indexer.changed();
  while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 5));
};
const find = (query: string, more: Partial<SearchInput> = {}): SearchOutput =>
  reader.search({ query, sort: 'best', group: 'passage', offset: 0, limit: 50, ...more });
const ids = (query: string, more?: Partial<SearchInput>): number[] =>
  find(query, more).hits.map(({ articleId }) => articleId);

beforeAll(async () => {
  library = openLibrary({ path: temporaryFolder(), create: true });
  indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  addArticles(library.db, [
    makeArticle(['The treaty was signed.', 'The treaty, the treaty and the treaty.', 'Nothing else.'], {
      title: 'Signing',
      publisher: 'El País',
      language: 'es-ES',
      issued: { 'date-parts': [[2020, 3, 5]] },
      author: [{ family: 'Łukasz', given: 'J.' }],
    }),
    makeArticle(['A treaty of trade.', 'Tariffs fell.'], {
      type: 'article-journal',
      title: 'Trade',
      'container-title': 'Trade Review',
      language: 'en',
      issued: { 'date-parts': [[2021, 7]] },
    }),
    makeArticle(['A treaty with a long history.'], {
      title: 'History',
      language: 'en-GB',
      issued: { 'date-parts': [[2019]] },
    }),
    makeArticle(['No word of it.', 'But treaty after treaty.'], { title: 'Undated' }),
  ]);
  await ready();
  reader = createSearchReader(library.folder);
});

afterAll(async () => {
  reader.release();
  await indexer.close();
  library.close();
});

describe('filters', () => {
  it.each([
    ['treaty publisher:"el pais"', [1]],
    ['treaty lang:en', [2, 3]],
    ['treaty lang:en-gb', [3]],
    ['treaty type:article-journal', [2]],
    ['treaty date:2020', [1]],
    ['treaty date:2020..2021-07', [1, 2]],
    ['treaty date:2019-05..', [1, 2]],
    ['treaty -lang:en', [1, 4]],
    ['treaty title:trade', [2]],
    ['treaty author:lukasz', [1]],
    ['treaty -title:signing -trade', [3, 4]],
    ['lang:en OR date:2020', [1, 2, 3]],
    ['(tariffs OR history) lang:en', [2, 3]],
  ])('%s', (query, expected) => {
    expect([...new Set(ids(query))].toSorted((a, b) => a - b)).toEqual(expected);
  });

  it('alone list the first passage of each article, newest first', () => {
    const { hits, total } = find('type:report', { sort: 'newest' });
    expect(hits.map(({ articleId, start }) => [articleId, start])).toEqual([
      [1, 0],
      [3, 0],
      [4, 0],
    ]);
    expect(total).toBe(3);
  });

  it('within some articles', () => {
    const { hits, facets } = find('treaty', { articleIds: [2, 4, 99] });
    expect(new Set(hits.map(({ articleId }) => articleId))).toEqual(new Set([2, 4]));
    expect(facets.publications).toEqual([{ value: 'Trade Review', count: 1 }]);
  });
});

describe('orders and groups', () => {
  it('newest first, undated last, passages of an article in reading order', () => {
    expect(ids('treaty', { sort: 'newest' })).toEqual([2, 1, 1, 3, 4]);
  });

  it('by article, with the best passages and how many there are', () => {
    const output = find('treaty', { group: 'article' });
    expect(output).toMatchObject({ hits: [], total: 4, articleCount: 4, passages: 5 });
    const signing = output.articles.find(({ articleId }) => articleId === 1)!;
    expect(signing).toMatchObject({ title: 'Signing', count: 2 });
    expect(signing.passages.map(({ excerpt }) => excerpt)).toEqual([
      'The treaty, the treaty and the treaty.',
      'The treaty was signed.',
    ]);
    expect(
      find('treaty', { group: 'article', sort: 'newest' }).articles.map(({ articleId }) => articleId),
    ).toEqual([2, 1, 3, 4]);
    const second = find('treaty', { group: 'article', offset: 1, limit: 2 });
    expect(second.articles).toEqual(output.articles.slice(1, 3));
  });

  it('counts articles by language and type', () => {
    const { facets } = find('treaty', { languages: ['en'] });
    expect(facets.languages).toEqual([
      { value: 'en', count: 2 },
      { value: 'es', count: 1 },
    ]);
    expect(facets.types).toEqual([
      { value: 'article-journal', count: 1 },
      { value: 'report', count: 1 },
    ]);
    expect(ids('treaty', { languages: ['en'], types: ['report'] })).toEqual([3]);
  });
});

describe('what the analyst does shows at once, without indexing', () => {
  it('tags, collections, stars, grades and the trash', () => {
    const { db } = library;
    db.exec(`
      INSERT INTO tag (id, name, name_key) VALUES (1, 'Día', 'día');
      INSERT INTO article_tag VALUES (1, 1), (3, 1);
      INSERT INTO collection (id, parent_id, name, created_at) VALUES (1, NULL, 'Cases', ''), (2, 1, 'Open', '');
      INSERT INTO collection_article VALUES (2, 2, '');
      UPDATE article SET starred = 1, reliability = 'B', credibility = 2 WHERE id = 3;
    `);
    expect(ids('treaty tag:dia', { sort: 'newest' })).toEqual([1, 1, 3]);
    expect(ids('treaty in:cases')).toEqual([2]);
    expect(ids('treaty is:starred')).toEqual([3]);
    expect(ids('treaty grade:B2')).toEqual([3]);
    expect(find('treaty').facets.tags).toEqual([{ value: 'Día', count: 2 }]);
    expect(ids('treaty', { tags: ['Día'], languages: ['en'] })).toEqual([3]);

    db.exec("UPDATE article SET trashed_at = '2026-01-01' WHERE id = 1");
    expect(new Set(ids('treaty'))).toEqual(new Set([2, 3, 4]));
    expect(find('treaty').facets.languages).toEqual([{ value: 'en', count: 2 }]);
    expect(ids('treaty is:trash')).toEqual([1, 1]);
    expect(
      reader.related({ text: 'the signed treaty', limit: 5 }).hits.map(({ articleId }) => articleId),
    ).not.toContain(1);
    db.exec('UPDATE article SET trashed_at = NULL WHERE id = 1');
    expect(new Set(ids('treaty'))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('but what was read since it was found is unread where that is asked for', () => {
    const { db } = library;
    const isUnread = (query: string, asUnread: number[]): number[] =>
      [...new Set(ids(query, { asUnread }))].toSorted((a, b) => a - b);
    db.exec("UPDATE article SET read_at = '2026-01-01' WHERE id IN (1, 2)");
    expect(isUnread('treaty is:unread', [])).toEqual([3, 4]);
    expect(isUnread('treaty is:unread', [2, 99])).toEqual([2, 3, 4]);
    expect(isUnread('treaty -is:read', [2])).toEqual([2, 3, 4]);
    expect(isUnread('treaty is:read', [2])).toEqual([1]);
    expect(isUnread('treaty is:unread', [])).toEqual([3, 4]);
    db.exec('UPDATE article SET read_at = NULL');
  });

  it('and stays when the index follows', async () => {
    const before = find('treaty tag:dia');
    await ready();
    expect(find('treaty tag:dia')).toEqual(before);
    reader.release();
    expect(find('treaty tag:dia')).toEqual(before);
  });
});

it('related passages are those that share the telling words, from other articles where that is wanted', () => {
  const text = 'fell Tariffs, and trade too';
  expect(reader.related({ text, limit: 2 }).hits[0]).toMatchObject({
    articleId: 2,
    excerpt: 'Tariffs fell.',
  });
  expect(
    reader.related({ text, limit: 5, excludeArticleIds: [2] }).hits.map(({ articleId }) => articleId),
  ).not.toContain(2);
  expect(reader.related({ text: '…', limit: 5 }).hits).toEqual([]);
});
