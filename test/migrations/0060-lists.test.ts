import { expect, it } from 'vitest';
import { before, VERSION } from './migrate.ts';

it('0060 sorts what is there by author and publisher, and counts no change for that', () => {
  const { db, up } = before(60);
  const csl = {
    type: 'report',
    title: 'T',
    author: [{ family: 'Łukasiewicz', given: 'Ölga' }, { family: 'Second' }],
    publisher: '“Éditions du Nord”',
  };
  db.transaction(() => {
    db.prepare(
      `INSERT INTO article (version_id, csl, unconfirmed, excerpt, title_key, added_at, changed_at)
       VALUES (1, ?, '[]', 0, 't', '', 'x'), (1, '{"type":"report","title":"T"}', '[]', 0, 't', '', 'x')`,
    ).run(JSON.stringify(csl));
    db.exec(VERSION);
  })();
  const changes = db.prepare('SELECT * FROM article_change').all();
  up();
  expect(db.prepare('SELECT author_key, publisher_key, changed_at FROM article').raw().all()).toEqual([
    ['łukasiewicz olga', 'editions du nord”', 'x'],
    ['', '', 'x'],
  ]);
  expect(db.prepare('SELECT * FROM article_change').all()).toEqual(changes);
});
