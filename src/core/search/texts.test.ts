import { expect, it } from 'vitest';
import { openReadWrite } from '../db/connect.ts';
import { createTexts } from './texts.ts';

it('keeps the texts used last, within bounds', () => {
  const db = openReadWrite(':memory:', { create: true });
  db.exec(
    "CREATE TABLE article_version (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO article_version VALUES (1, 'aaaa'), (2, 'bbbb'), (3, 'cccc')",
  );
  const text = createTexts(db, 8);
  expect([text(1), text(2), text(1), text(3), text(9)]).toEqual(['aaaa', 'bbbb', 'aaaa', 'cccc', null]);
  // What is kept is not read again; 2 was used longest ago.
  db.exec("UPDATE article_version SET text = 'xxxx'");
  expect([text(1), text(3), text(2)]).toEqual(['aaaa', 'cccc', 'xxxx']);
});

it('gives a text that is longer than all that may be kept', () => {
  const db = openReadWrite(':memory:', { create: true });
  db.exec(
    "CREATE TABLE article_version (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO article_version VALUES (1, 'a long text')",
  );
  expect(createTexts(db, 3)(1)).toBe('a long text');
});
