import { expect, it } from 'vitest';
import { before, VERSION } from './migrate.ts';

it('0090 takes citation keys out of the metadata: the first article with one keeps it', () => {
  const { db, up } = before(90);
  const insert = db.prepare(
    `INSERT INTO article (version_id, csl, unconfirmed, excerpt, title_key, added_at, changed_at)
     VALUES (1, ?, '[]', 0, 't', '', 'x')`,
  );
  db.transaction(() => {
    for (const key of ['Smith2023', 'smith2023', 'not a key', undefined])
      insert.run(JSON.stringify({ type: 'report', 'citation-key': key, title: 'T' }));
    db.exec(VERSION);
  })();
  up();
  expect(db.prepare('SELECT * FROM citation_key').all()).toEqual([
    { fold: 'smith2023', key: 'Smith2023', article_id: 1, former: 0 },
  ]);
  expect(db.prepare('SELECT csl FROM article').pluck().all()).toEqual(
    Array.from({ length: 4 }, () => '{"type":"report","title":"T"}'),
  );
});
