import { expect, it } from 'vitest';
import { before, VERSION } from './migrate.ts';

it('0070 knows the sources that are there by address and DOI, and counts no change for that', () => {
  const { db, up } = before(70);
  const insert = db.prepare(
    `INSERT INTO article (version_id, csl, unconfirmed, excerpt, title_key, added_at, changed_at)
     VALUES (1, ?, '[]', 0, 't', '', 'x')`,
  );
  db.transaction(() => {
    insert.run(
      JSON.stringify({ type: 'report', title: 'T', URL: 'https://www.example.org/a/?utm_source=b#c' }),
    );
    insert.run(JSON.stringify({ type: 'report', title: 'T', DOI: 'https://doi.org/10.1000/ABC' }));
    insert.run(JSON.stringify({ type: 'report', title: 'T' }));
    db.exec(VERSION);
  })();
  const changes = db.prepare('SELECT * FROM article_change').all();
  up();
  expect(db.prepare('SELECT url_key, doi_key, changed_at FROM article').raw().all()).toEqual([
    ['example.org/a', null, 'x'],
    [null, '10.1000/abc', 'x'],
    [null, null, 'x'],
  ]);
  expect(db.prepare('SELECT * FROM article_change').all()).toEqual(changes);
});

it('0070 keeps no pair of articles twice, nor one with itself', () => {
  const { db, up } = before(70);
  up();
  db.transaction(() => {
    db.exec(`INSERT INTO article (version_id, csl, unconfirmed, excerpt, title_key, added_at, changed_at)
      VALUES (1, '{"type":"report","title":"T"}', '[]', 0, 't', '', ''), (1, '{"type":"report","title":"T"}', '[]', 0, 't', '', '')`);
    db.exec(VERSION);
  })();
  const pair = db.prepare(
    `INSERT INTO duplicate (article_id, other_id, reason, similarity, found_at) VALUES (?, ?, 'text', 1, '')`,
  );
  pair.run(1, 2);
  expect(() => pair.run(1, 2)).toThrow(/UNIQUE/);
  expect(() => pair.run(1, 1)).toThrow(/CHECK/);
});
