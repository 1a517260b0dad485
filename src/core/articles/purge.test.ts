import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { openLibrary, type OpenLibrary } from '../db/open.ts';
import { createLeftovers } from '../import/leftovers.ts';
import { createOrganiser, type Organiser } from '../organise/organise.ts';
import { addArticles } from './add.ts';
import { createLists } from './lists/lists.ts';
import { purgeArticles } from './purge.ts';

let library: OpenLibrary;
let organiser: Organiser;
beforeEach(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
  organiser = createOrganiser({ db: library.db, emit: () => undefined }, createLists(library.db));
});
afterEach(() => library.close());

/** Tables whose rows hold on to an article or a version, and so have to go before it or forbid that it goes. */
function holders(): string[] {
  const tables = library.db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  return tables.filter((table) =>
    (library.db.pragma(`foreign_key_list(${table})`) as { table: string; on_delete: string }[]).some(
      (key) => ['article', 'article_version'].includes(key.table) && key.on_delete !== 'CASCADE',
    ),
  );
}

it('deletes an article with all that is its own, and tells the index', async () => {
  const articles = [makeArticle(['Goes.']), makeArticle(['Stays.'])];
  addArticles(library.db, articles);
  const originals = articles.map(({ original }) => join(library.folder.originals, original.sha256));
  for (const path of originals) writeFileSync(path, 'bytes');
  library.db.exec(`
    INSERT INTO tag (name, name_key) VALUES ('t', 't');
    INSERT INTO article_tag VALUES (1, 1), (2, 1);
    INSERT INTO collection (name, created_at) VALUES ('c', '');
    INSERT INTO collection_article VALUES (1, 1, ''), (1, 2, '');
    INSERT INTO highlight (version_id, start_offset, end_offset, exact, prefix, suffix, colour, created_at)
      VALUES (1, 0, 1, 'G', '', '', 'yellow', '');
    UPDATE article SET trashed_at = 'x' WHERE id = 1`);
  const told: number[][] = [];
  const leftovers = createLeftovers(library.db, library.folder);
  const hooks = {
    onChanged: (ids: number[]): void => void told.push(ids),
    onUnneeded: (originals: string[]): void => leftovers.discard(originals),
  };
  const result = await purgeArticles(organiser, { ids: [1, 2] }, hooks);
  expect(result).toEqual({ purged: 1, kept: 0, keptArticles: [] });
  expect(told).toEqual([[1]]);
  const count = (table: string): unknown => library.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(['article', 'article_version', 'article_tag', 'collection_article', 'highlight'].map(count)).toEqual(
    [1, 1, 1, 1, 0],
  );
  expect(originals.map((path) => existsSync(path))).toEqual([false, true]);
  expect(library.db.pragma('foreign_key_check')).toEqual([]);
});

it('leaves an original alone that is being imported again while its article is deleted', async () => {
  const article = makeArticle(['Comes back.']);
  addArticles(library.db, [article]);
  const original = join(library.folder.originals, article.original.sha256);
  writeFileSync(original, 'bytes');
  library.db.exec(`UPDATE article SET trashed_at = 'x'`);
  const leftovers = createLeftovers(library.db, library.folder);
  await leftovers.whileReading(async () => {
    // The reader has found the original on the disk and has not written it again.
    const hooks = { onChanged: () => undefined, onUnneeded: (gone: string[]) => leftovers.discard(gone) };
    expect(await purgeArticles(organiser, { ids: [1] }, hooks)).toMatchObject({ purged: 1 });
    addArticles(library.db, [article]);
  });
  expect(existsSync(original)).toBe(true);
});

it('knows every table that holds on to articles', () => {
  expect(holders().toSorted()).toEqual(['article', 'article_version', 'highlight', 'snippet']);
});
