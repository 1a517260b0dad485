import { expect, it } from 'vitest';
import { before, tables } from './migrate.ts';

it('0100 adds versions, and leaves briefs as they are', () => {
  const { db, up } = before(100);
  db.exec(
    `INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document)
     VALUES ('T', '', 'en', 's', 'a', 'b', '{}')`,
  );
  const briefs = db.prepare('SELECT * FROM brief').all();
  up();
  expect(tables(db)).toEqual(expect.arrayContaining(['brief_version', 'version_block']));
  expect(db.prepare('SELECT * FROM brief').all()).toEqual(briefs);
  const insert = (document: string | null, blocks: string | null): unknown =>
    db
      .prepare(
        `INSERT INTO brief_version (brief_id, kind, created_at, revision, settings, document, blocks)
         VALUES (1, 'named', 'c', 0, '{}', ?, ?)`,
      )
      .run(document, blocks);
  insert('{}', null);
  insert(null, '[]');
  expect(() => insert('{}', '[]'), 'a copy or a list of blocks, not both').toThrow(/CHECK/u);
});
