import { expect, it } from 'vitest';
import { ARTICLE, before, tables, VERSION } from './migrate.ts';

it('0030 adds briefs and leaves articles and snippets as they are', () => {
  const { db, up } = before(30);
  db.transaction(() => {
    db.exec(ARTICLE);
    db.exec(VERSION);
  })();
  db.exec(
    "INSERT INTO snippet (version_id, start_offset, end_offset, exact, prefix, suffix, created_at) VALUES (1, 0, 4, 'word', '', '', '')",
  );
  const rows = (): unknown =>
    ['article', 'article_version', 'snippet'].map((name) => db.prepare(`SELECT * FROM ${name}`).all());
  const kept = rows();
  up();
  expect(rows()).toEqual(kept);
  expect(tables(db)).toContain('brief');

  const insert = db.prepare(
    "INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document) VALUES ('B', '', 'en', 'apa', '', '', ?)",
  );
  insert.run('{"docVersion":1}');
  expect(db.prepare('SELECT revision, removed_at FROM brief').all()).toEqual([
    { revision: 0, removed_at: null },
  ]);
  expect(() => insert.run('{')).toThrow(/CHECK/);
});
