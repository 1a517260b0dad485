import { expect, it } from 'vitest';
import { ARTICLE, before, tables, VERSION } from './migrate.ts';

it('0020 adds snippets of the versions that are there', () => {
  const { db, up } = before(20);
  db.transaction(() => {
    db.exec(ARTICLE);
    db.exec(VERSION);
  })();
  up();
  expect(tables(db)).toContain('snippet');
  expect(db.prepare('SELECT text FROM article_version').pluck().all()).toEqual(['word']);

  const insert = db.prepare(
    "INSERT INTO snippet (version_id, start_offset, end_offset, exact, prefix, suffix, created_at) VALUES (?, ?, ?, 'word', '', '', '2024-01-01')",
  );
  insert.run(1, 0, 4);
  expect(() => insert.run(2, 0, 4)).toThrow(/FOREIGN KEY/);
  expect(() => insert.run(1, 4, 4)).toThrow(/CHECK/);
  expect(() => db.exec('DELETE FROM article_version')).toThrow(/FOREIGN KEY/);
});
