import { expect, it } from 'vitest';
import { before } from './migrate.ts';

it('0120 adds addressee, reference and marking, empty for the briefs that are there', () => {
  const { db, up } = before(120);
  db.exec(
    `INSERT INTO brief (title, author, language, style_id, created_at, updated_at, document)
     VALUES ('T', 'A', 'en', 's', 'a', 'b', '{}')`,
  );
  const old = db.prepare('SELECT * FROM brief').get() as object;
  up();
  expect(db.prepare('SELECT * FROM brief').get()).toEqual({
    ...old,
    addressee: '',
    reference: '',
    marking: null,
  });
  expect(() => db.exec(`UPDATE brief SET marking = '{'`)).toThrow(/CHECK/u);
});
