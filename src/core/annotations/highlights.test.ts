import { beforeEach, afterEach, expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openLibrary, type OpenLibrary } from '../db/open.ts';
import { createHighlight, listHighlights } from './highlights.ts';

let library: OpenLibrary;
beforeEach(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
});
afterEach(() => library.close());

const FIRST = 'The court ordered the firm to pay. The firm refused.';
const SECOND = 'Update: The court ordered the firm to pay. It has not.';

/** A second version of the article 1. */
function addVersion(text: string): number {
  const { lastInsertRowid } = library.db
    .prepare(
      `INSERT INTO article_version (article_id, original_sha256, original_name, words, created_at, blocks, note_refs, marks, text)
       VALUES (1, 'second', 'second.txt', 10, '', '[]', '[]', '[]', ?)`,
    )
    .run(text);
  library.db.prepare('UPDATE article SET version_id = ? WHERE id = 1').run(lastInsertRowid);
  return Number(lastInsertRowid);
}

it('lists highlights of every version, placed in the one that is shown', () => {
  addArticles(library.db, [makeArticle([FIRST])]);
  const range = { articleId: 1, versionId: 1, colour: 'yellow', note: '' } as const;
  const kept = createHighlight(library.db, { ...range, start: 4, end: 33 });
  const gone = createHighlight(library.db, { ...range, start: 35, end: FIRST.length });
  const versionId = addVersion(SECOND);
  const added = createHighlight(library.db, { ...range, versionId, start: 0, end: 7 });

  const places = (shown?: number) =>
    listHighlights(library.db, 1, shown).map(({ id, place }) => [id, place?.start ?? null]);
  expect(places()).toEqual([
    [added.id, 0],
    [kept.id, 12],
    [gone.id, null],
  ]);
  expect(listHighlights(library.db, 1).map(({ edited }) => edited)).toEqual([false, false, false]);
  // A second look gives the same.
  expect(places(versionId)).toEqual(places());
  expect(places(1)).toEqual([
    [kept.id, 4],
    [gone.id, 35],
    [added.id, null],
  ]);
});

it('tells where the words of a highlight were edited since', () => {
  addArticles(library.db, [makeArticle([FIRST])]);
  createHighlight(library.db, { articleId: 1, versionId: 1, colour: 'blue', note: '', start: 0, end: 33 });
  addVersion('The court ordered the firms to pay. The firm refused.');
  expect(listHighlights(library.db, 1)[0]).toMatchObject({ place: { start: 0, end: 34 }, edited: true });
});
