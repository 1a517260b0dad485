import { expect, it } from 'vitest';
import { before, tables } from './migrate.ts';

it('0110 adds comments, and leaves briefs as they are', () => {
  const { db, up } = before(110);
  db.exec(
    `INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document)
     VALUES ('T', '', 'en', 's', 'a', 'b', '{}')`,
  );
  const briefs = db.prepare('SELECT * FROM brief').all();
  up();
  expect(tables(db)).toEqual(expect.arrayContaining(['comment', 'comment_thread']));
  expect(db.prepare('SELECT * FROM brief').all()).toEqual(briefs);
  const thread = (id: string, brief: number): unknown =>
    db
      .prepare(`INSERT INTO comment_thread (id, brief_id, quote, created_at) VALUES (?, ?, 'q', 'c')`)
      .run(id, brief);
  const comment = (id: string, of: string): unknown =>
    db
      .prepare(`INSERT INTO comment (id, thread_id, author, text, created_at) VALUES (?, ?, 'A', 't', 'c')`)
      .run(id, of);
  thread('a', 1);
  comment('one', 'a');
  expect(() => thread('a', 1)).toThrow(/UNIQUE/u);
  expect(() => thread('b', 2), 'a brief that is not there').toThrow(/FOREIGN KEY/u);
  expect(() => comment('two', 'b'), 'a thread that is not there').toThrow(/FOREIGN KEY/u);
  expect(() => comment('one', 'a')).toThrow(/UNIQUE/u);
});
