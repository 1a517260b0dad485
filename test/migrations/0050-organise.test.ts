import { expect, it } from 'vitest';
import { ARTICLE, before, tables, VERSION } from './migrate.ts';

const DOCUMENT = JSON.stringify({
  docVersion: 1,
  root: { children: [{ type: 'citation', items: [{ articleId: 1, locator: '2' }, { articleId: 1 }] }] },
});

function changes(db: ReturnType<typeof before>['db']): unknown[] {
  return db.prepare('SELECT article_id, seq FROM article_change ORDER BY article_id').raw().all();
}

it('0050 keeps what is there, and knows what the briefs cite', () => {
  const { db, up } = before(50);
  db.transaction(() => {
    db.exec(ARTICLE);
    db.exec(VERSION);
  })();
  db.prepare(
    "INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document) VALUES ('B', '', 'en', 'apa', '', '', ?)",
  ).run(DOCUMENT);
  db.prepare(
    "INSERT INTO brief (title, author, language, style_id, created_at, updated_at, removed_at, document) VALUES ('Removed', '', 'en', 'apa', '', '', '', ?)",
  ).run(DOCUMENT);
  const kept = db.prepare('SELECT id, csl, title_key FROM article').all();
  up();
  expect(db.prepare('SELECT id, csl, title_key FROM article').all()).toEqual(kept);
  expect(
    db.prepare('SELECT starred, read_at, trashed_at, reliability, credibility, notes FROM article').get(),
  ).toEqual({
    starred: 0,
    read_at: null,
    trashed_at: null,
    reliability: null,
    credibility: null,
    notes: '',
  });
  expect(db.prepare('SELECT brief_id, article_id FROM brief_source').raw().all()).toEqual([[1, 1]]);
  expect(changes(db)).toEqual([[1, 1]]);
  expect(tables(db)).toContain('saved_search');
  expect(() => db.exec("UPDATE article SET reliability = 'G'")).toThrow(/CHECK/);
  expect(() => db.exec('UPDATE article SET credibility = 0')).toThrow(/CHECK/);
});

it('0050 counts every change that lists and filters can show', () => {
  const { db, up } = before(50);
  db.transaction(() => {
    db.exec(ARTICLE);
    db.exec(VERSION);
  })();
  up();
  db.exec("INSERT INTO collection (name, created_at) VALUES ('C', '')");
  db.exec("INSERT INTO tag (name, name_key) VALUES ('T', 't')");
  let seq = 1;
  const counts = (sql: string): void => {
    db.exec(sql);
    seq += 1;
    expect(changes(db), sql).toEqual([[1, seq]]);
  };
  counts('UPDATE article SET starred = 1');
  counts("UPDATE article SET trashed_at = 'now'");
  counts('INSERT INTO article_tag VALUES (1, 1)');
  counts("INSERT INTO collection_article VALUES (1, 1, '')");
  counts('DELETE FROM article_tag');
  counts('INSERT OR IGNORE INTO article_tag VALUES (1, 1)');
  counts('DELETE FROM tag');
  counts('DELETE FROM collection');
  db.exec("UPDATE article SET excerpt = 1, changed_at = 'later'");
  expect(changes(db)).toEqual([[1, seq]]);
});
