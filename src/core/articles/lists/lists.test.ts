import { afterEach, beforeEach, expect, it } from 'vitest';
import { ARTICLE_SORTS } from '#contract/articles.ts';
import { type Scope, VIEWS } from '#contract/organise.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { createRandom } from '#test/bench/random.ts';
import { type OpenLibrary, openLibrary } from '../../db/open.ts';
import { addArticles } from '../add.ts';
import { createLists, type Lists, type ListWish } from './lists.ts';

let library: OpenLibrary;
let lists: Lists;
beforeEach(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
  lists = createLists(library.db);
});
afterEach(() => library.close());

let made = 0;
function add(...csl: Parameters<typeof makeArticle>[1][]): void {
  addArticles(
    library.db,
    csl.map((item) => makeArticle([`Text ${(made += 1)}.`], item)),
  );
}
const list = (wish: Partial<ListWish>): number[] => [
  ...lists.list({ view: 'all', sort: 'added', keep: [], ...wish }),
];
const run = (sql: string): void => void library.db.exec(sql);

it('sorts by each field in both directions, with what lacks it last', () => {
  add(
    { title: 'b', author: [{ family: 'Zu' }], publisher: 'Press', issued: { 'date-parts': [[2020, 3]] } },
    { title: '“A”', author: [{ literal: 'Ärzteblatt' }], issued: { 'date-parts': [[2021]] } },
    { title: 'c', editor: [{ family: 'Moor' }], 'container-title': 'Gazette', publisher: 'Zeta' },
  );
  expect(list({ sort: 'added' })).toEqual([3, 2, 1]);
  expect(list({ sort: 'added', direction: 'ascending' })).toEqual([1, 2, 3]);
  expect(list({ sort: 'issued' })).toEqual([2, 1, 3]);
  expect(list({ sort: 'issued', direction: 'ascending' })).toEqual([1, 2, 3]);
  expect(list({ sort: 'title' })).toEqual([2, 1, 3]);
  expect(list({ sort: 'author' })).toEqual([2, 3, 1]);
  expect(list({ sort: 'publisher' })).toEqual([3, 1, 2]);
  expect(list({ sort: 'publisher', direction: 'descending' })).toEqual([1, 3, 2]);
});

it('shows each view without the trash, and in the trash nothing else', () => {
  add({}, {}, {}, {}, {});
  run(`UPDATE article SET trashed_at = 'x' WHERE id = 1;
    UPDATE article SET read_at = 'x' WHERE id IN (1, 2);
    UPDATE article SET starred = 1 WHERE id IN (1, 3);
    UPDATE article SET added_at = '2000' WHERE id < 4;
    INSERT INTO tag (name, name_key) VALUES ('t', 't');
    INSERT INTO article_tag VALUES (1, 1), (4, 1);
    INSERT INTO collection (name, created_at) VALUES ('c', '');
    INSERT INTO collection_article VALUES (1, 1, ''), (1, 5, '')`);
  const shown = Object.fromEntries(VIEWS.map((view) => [view, list({ view })]));
  expect(shown).toEqual({
    all: [5, 4, 3, 2],
    unread: [5, 4, 3],
    starred: [3],
    recent: [5, 4],
    untagged: [5, 3, 2],
    unfiled: [4, 3, 2],
    trash: [1],
  });
  expect(lists.counts()).toEqual(
    Object.fromEntries(Object.entries(shown).map(([view, ids]) => [view, ids.length])),
  );
  expect(list({ tagId: 1 })).toEqual([4]);
  expect(list({ view: 'trash', tagId: 1 })).toEqual([1]);
  expect(list({ view: 'unread', keep: [1, 2, 99] })).toEqual([5, 4, 3, 2]);
});

it('shows in a collection what is in those inside it, and follows when they move', () => {
  add({}, {}, {});
  run(`INSERT INTO collection (id, parent_id, name, created_at) VALUES (1, NULL, 'a', ''), (2, 1, 'b', ''), (3, 2, 'c', '');
    INSERT INTO collection_article VALUES (1, 1, ''), (2, 1, ''), (2, 2, ''), (3, 3, '')`);
  expect(list({ collectionId: 1 })).toEqual([3, 2, 1]);
  expect(list({ collectionId: 3 })).toEqual([3]);
  run('UPDATE collection SET parent_id = NULL WHERE id = 3');
  expect(list({ collectionId: 1 })).toEqual([2, 1]);
  expect(list({ collectionId: 99 })).toEqual([]);
});

it('is after any changes what a new reading of the library gives', () => {
  const random = createRandom(7);
  const word = (): string =>
    String.fromCodePoint(...Array.from({ length: 2 }, () => random.pick([97, 98, 0xe9, 0xffee, 0x1f600])));
  run(`INSERT INTO tag (name, name_key) VALUES ('t', 't');
    INSERT INTO collection (name, created_at) VALUES ('c', '')`);
  const scopes: Scope[] = [
    ...VIEWS.map((view) => ({ view })),
    { view: 'all', tagId: 1 },
    { view: 'unread', collectionId: 1 },
  ];
  const wishes = scopes.flatMap((scope) => ARTICLE_SORTS.map((sort) => ({ ...scope, sort, keep: [] })));
  for (let round = 0; round < 40; round += 1) {
    add(
      ...Array.from({ length: random.integer(0, 3) }, () => ({
        title: word(),
        ...(random.integer(0, 1) === 1 && { publisher: word() }),
      })),
    );
    const id = random.integer(1, made);
    run(
      random.pick([
        `UPDATE article SET title_key = '${word()}', publisher_key = '${word()}', csl = csl WHERE id = ${id}`,
        `UPDATE article SET starred = 1 - starred, read_at = 'x' WHERE id % 3 = ${round % 3}`,
        `UPDATE article SET trashed_at = iif(trashed_at IS NULL, 'x', NULL) WHERE id = ${id}`,
        `INSERT OR IGNORE INTO article_tag SELECT id, 1 FROM article WHERE id = ${id}`,
        `INSERT OR IGNORE INTO collection_article SELECT 1, id, '' FROM article WHERE id = ${id}`,
        `DELETE FROM article_tag WHERE article_id = ${id}`,
        `BEGIN; DELETE FROM article_version WHERE article_id = ${id}; DELETE FROM article WHERE id = ${id}; COMMIT`,
      ]),
    );
    const fresh = createLists(library.db);
    for (const wish of wishes)
      expect([round, wish, list(wish)]).toEqual([round, wish, [...fresh.list(wish)]]);
    expect(lists.counts()).toEqual(fresh.counts());
  }
});
