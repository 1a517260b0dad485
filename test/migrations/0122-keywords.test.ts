import { expect, it } from 'vitest';
import { before } from './migrate.ts';

it('0122 adds keywords, of which the briefs that are there have none', () => {
  const { db, up } = before(122);
  db.exec(
    `INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document)
     VALUES ('T', 'A', 'en', 's', 'a', 'b', '{}')`,
  );
  const old = db.prepare('SELECT * FROM brief').get() as object;
  up();
  expect(db.prepare('SELECT * FROM brief').get()).toEqual({ ...old, keywords: '' });
});
