import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CslItem } from '#domain/csl.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { openLibrary, type OpenLibrary } from '../db/open.ts';
import { addArticles, findByOriginal } from './add.ts';
import { createLists } from './lists/lists.ts';
import { getArticle, getSummaries, updateMetadata } from './store.ts';

let library: OpenLibrary;
beforeEach(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
});
afterEach(() => library.close());

const titles = (sort: 'added' | 'issued' | 'title'): string[] =>
  getSummaries(library.db, [...createLists(library.db).list({ view: 'all', sort, keep: [] })]).map(
    ({ title }) => title,
  );

const item = (title: string, issued?: CslItem['issued']): ReturnType<typeof makeArticle> =>
  makeArticle([title], issued === undefined ? { title } : { title, issued });

it('adds all articles of a call or none', () => {
  const [first, second] = [makeArticle(['One.']), makeArticle(['Two.'])];
  addArticles(library.db, [first]);
  expect(() => addArticles(library.db, [second, first])).toThrow(/UNIQUE/);
  expect(titles('added')).toEqual(['A report']);
  expect(findByOriginal(library.db, second.original.sha256)).toBeNull();
  expect(findByOriginal(library.db, first.original.sha256)).toEqual({
    articleId: 1,
    title: 'A report',
    trashed: false,
  });
});

it('keeps text, blocks and metadata as they came', () => {
  const article = makeArticle(['NUL \0, 😀 and 한국어.', 'Second.'], {
    title: 'T',
    author: [{ family: 'Łuk' }],
  });
  article.content.noteRefs = [{ offset: 3, label: '1' }];
  article.content.marks = [{ start: 0, end: 3, type: 'bold' }];
  article.metadata = {
    ...article.metadata,
    unconfirmed: ['title'],
    issuedNotBefore: '2020-01-02',
    excerpt: true,
  };
  addArticles(library.db, [article]);
  expect(getArticle(library.db, 1)).toMatchObject({
    ...article.metadata,
    content: article.content,
    originalSha256: article.original.sha256,
    originalName: article.original.name,
    words: 6,
  });
});

it('keeps offsets where the text holds half a surrogate pair', () => {
  addArticles(library.db, [makeArticle(['a\ud800b', 'c'])]);
  const { content } = getArticle(library.db, 1)!;
  expect(content.text).toBe('a\ufffdb\n\nc');
  expect(content.blocks.map(({ start, end }) => content.text.slice(start, end))).toEqual(['a\ufffdb', 'c']);
});

it('sorts by date with the undated last, and by title whatever its accents and quotes', () => {
  addArticles(library.db, [
    item('Zebra', { 'date-parts': [[2020, 12]] }),
    item('“Éclair”', { 'date-parts': [[2020, 2, 3], [2021]] }),
    item('apple'),
    item('Über', { 'date-parts': [[2021]] }),
  ]);
  expect(titles('issued')).toEqual(['Über', 'Zebra', '“Éclair”', 'apple']);
  expect(titles('title')).toEqual(['apple', '“Éclair”', 'Über', 'Zebra']);
  expect(titles('added')).toEqual(['Über', 'apple', '“Éclair”', 'Zebra']);
});

it('confirms a field that was taken away, and no field that only moved', () => {
  const article = makeArticle(['x'], { title: 'T', publisher: 'P', issued: { 'date-parts': [[2020]] } });
  article.metadata.unconfirmed = ['title', 'publisher', 'issued'];
  addArticles(library.db, [article]);
  const csl: CslItem = { issued: { 'date-parts': [[2020]] }, title: 'T', type: 'report' };
  expect(updateMetadata(library.db, { id: 1, csl, accept: [] }).article.unconfirmed).toEqual([
    'title',
    'issued',
  ]);
});

it('gives an article the tag that there is, however its letters are composed', () => {
  library.db.prepare('INSERT INTO tag (name, name_key) VALUES (?, ?)').run('Élan', 'élan');
  const [added] = addArticles(library.db, [{ ...makeArticle(['Text.']), tags: ['Élan'.normalize('NFD')] }]);
  expect(getArticle(library.db, added!.articleId)!.tags).toEqual(['Élan']);
});
