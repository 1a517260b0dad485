import { expect, it } from 'vitest';
import { ARTICLE, before, tables, VERSION } from './migrate.ts';

it('0010 makes articles and versions that hold each other', () => {
  const { db, up } = before(10);
  expect(tables(db)).toEqual(['migration']);
  up();
  expect(tables(db)).toEqual(['article', 'article_version', 'migration']);

  const add = db.transaction(() => {
    db.exec(ARTICLE);
    db.exec(VERSION);
  });
  add();
  expect(db.prepare('SELECT id, version_id FROM article').all()).toEqual([{ id: 1, version_id: 1 }]);
  expect(() => add(), 'an original is there once').toThrow(
    /UNIQUE constraint failed: article_version.original_sha256/,
  );
  expect(
    () => db.transaction(() => db.exec(ARTICLE.replace('(1,', '(7,')))(),
    'no article without a version',
  ).toThrow(/FOREIGN KEY/);
  expect(() => db.exec(ARTICLE.replace('{"type"', '{type')), 'metadata is JSON').toThrow(/CHECK/);
});
