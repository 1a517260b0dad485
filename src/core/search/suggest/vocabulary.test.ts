/** The query language and its suggestions over a real index. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { openLibrary } from '../../db/open.ts';
import { createIndexer } from '../indexer.ts';
import { createSearchReader, type SearchReader } from '../reader.ts';

let reader: SearchReader;
let close: () => Promise<void>;

beforeAll(async () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  const { db } = library;
  addArticles(db, [
    makeArticle(['The U.S. seized 3,000 barrels.', 'Sanctions were announced.', 'New sanctions followed.'], {
      title: 'Barrels',
      publisher: 'The Hankyoreh',
      language: 'en',
      issued: { 'date-parts': [[2023, 4]] },
      author: [{ family: 'Erdoğan', given: 'Ayşe' }],
    }),
    makeArticle(['Санкции введены против банков.', 'Под санкциями оказались все.'], {
      title: 'Банки',
      publisher: 'Известия',
      language: 'ru',
      type: 'report',
      issued: { 'date-parts': [[2024]] },
    }),
    makeArticle(['İstasyondaki ışıklar söndü.'], { title: 'Kırmızı ışık', language: 'tr' }),
    makeArticle(['Nothing of the kind, and sanctimonious.'], {
      title: 'Sanctions in the trash',
      language: 'en',
    }),
  ]);
  db.exec(`
    UPDATE article SET trashed_at = '2024-01-01' WHERE id = 4;
    UPDATE article SET starred = 1, reliability = 'B', credibility = 2 WHERE id = 2;
    INSERT INTO tag (id, name, name_key) VALUES (1, 'Oil', 'oil');
    INSERT INTO article_tag (article_id, tag_id) VALUES (1, 1);
    INSERT INTO collection (id, parent_id, name, created_at) VALUES (1, NULL, 'Europe', ''), (2, 1, 'East Europe', '');
    INSERT INTO collection_article (collection_id, article_id, added_at) VALUES (2, 2, ''), (1, 1, ''), (1, 2, '');
  `);
  const indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 1));
  reader = createSearchReader(library.folder);
  close = async () => {
    reader.release();
    await indexer.close();
    library.close();
  };
});
afterAll(() => close());

const search = (query: string) =>
  reader.search({ query, sort: 'best', group: 'article', offset: 0, limit: 20 });
const found = (query: string): number[] =>
  search(query)
    .articles.map(({ articleId }) => articleId)
    .toSorted((a, b) => a - b);
const ways = (query: string): [string, number | null][] =>
  reader.complete({ query, caret: query.length }).items.map(({ insert, count }) => [insert, count]);

describe('the language', () => {
  it.each<[string, number[]]>([
    ['US', [1]],
    ['U.S. 3000', [1]],
    ['санкций', [2]],
    ['sanctions', [1]],
    ['sanctions OR санкция', [1, 2]],
    ['sanctions is:trash', [4]],
    ['ışıklar', [3]],
    ['is:starred', [2]],
    ['lang:Russian type:report grade:A..C', [2]],
    ['date:2023..2024-01 -lang:en', [2]],
    ['author:erdogan', [1]],
    ['in:europe', [1, 2]],
    ['tag:oil publisher:hankyoreh title:barrels', [1]],
    ['seized NEAR/2 barrels', [1]],
    ['-банков', [1, 3]],
    ['NOT tag:oil', [2, 3]],
    ['barrels OR NOT lang:en', [1, 2, 3]],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

describe('suggestions', () => {
  it('are words as the library writes them, with how many passages have them', () => {
    expect(ways('sanct')).toEqual([['sanctions', 2]]);
    expect(ways('сан')).toEqual([['санкции', 2]]);
  });

  it('have their accents where the analyst writes accents', () => {
    expect(ways('ışıkl')).toEqual([['ışıklar', 1]]);
    expect(ways('isikl')).toEqual([['isiklar', 1]]);
    expect(ways('kırm')).toEqual([['kırmızı', 1]]);
    expect(ways('İst')).toEqual([['istasyondaki', 1]]);
    expect(search('ıışklar ').didYouMean?.query).toBe('ışıklar ');
  });

  it('are values that articles outside the trash have', () => {
    // One of the articles with sanctions is in the trash, and the only sanctimonious one.
    expect(ways('sanct')).toEqual([['sanctions', 2]]);
    expect(ways('lang:')).toEqual([
      ['en', 1],
      ['ru', 1],
      ['tr', 1],
    ]);
    expect(ways('publisher:han')).toEqual([['"The Hankyoreh"', 1]]);
    // With those inside it, as it is searched; one that is in both counts once.
    expect(ways('in:')).toEqual([
      ['Europe', 2],
      ['"East Europe"', 1],
    ]);
    expect(ways('tag:')).toEqual([['Oil', 1]]);
    expect(ways('date:')).toEqual([
      ['2024', 1],
      ['2023', 1],
    ]);
  });

  it('tell of a collection or a tag that there is not', () => {
    const told = (query: string) => search(query).problem;
    expect(told('in:Europe tag:OIL -in:"east europe"')).toBeNull();
    expect(told('barrels in:"Far East"')).toBe('There is no collection “Far East”.');
    expect(told('tag:(oil OR "Natural gas")')).toBe('There is no tag “Natural gas”.');
    expect(told('tag:(gas')).toMatch(/is not closed/);
    expect(told('tag: gas')).toMatch(/has nothing behind it/);
  });

  it('are known words for a misspelt one', () => {
    expect(search('santcions ').didYouMean).toEqual({
      query: 'sanctions ',
      words: [{ from: 'santcions', to: 'sanctions' }],
    });
    expect(search('санцкии ').didYouMean?.query).toBe('санкции ');
    expect(search('sanctions').didYouMean).toBeNull();
  });
});
