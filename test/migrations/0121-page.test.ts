import { expect, it } from 'vitest';
import { before } from './migrate.ts';

it('0121 adds the page setup, which briefs that are there have not chosen', () => {
  const { db, up } = before(121);
  db.exec(
    `INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document)
     VALUES ('T', 'A', 'en', 's', 'a', 'b', '{}')`,
  );
  const old = db.prepare('SELECT * FROM brief').get() as object;
  up();
  expect(db.prepare('SELECT * FROM brief').get()).toEqual({ ...old, page: null });
  expect(() => db.exec(`UPDATE brief SET page = 'A4'`)).toThrow(/CHECK/u);
});
