import { expect, it } from 'vitest';
import { before, tables } from './migrate.ts';

it('0040 adds settings and leaves briefs as they are', () => {
  const { db, up } = before(40);
  db.exec(
    "INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document) VALUES ('B', '', 'en', 'apa', '', '', '{}')",
  );
  const kept = db.prepare('SELECT * FROM brief').all();
  up();
  expect(db.prepare('SELECT * FROM brief').all()).toEqual(kept);
  expect(tables(db)).toEqual(['article', 'article_version', 'brief', 'migration', 'setting', 'snippet']);

  const insert = db.prepare('INSERT INTO setting VALUES (?, ?)');
  insert.run('theme', '"dark"');
  expect(() => insert.run('theme', '"light"')).toThrow(/UNIQUE/);
  expect(() => insert.run('width', 'wide')).toThrow(/CHECK/);
});
