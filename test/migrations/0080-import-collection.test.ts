import { expect, it } from 'vitest';
import { before } from './migrate.ts';

it('0080 leaves imports that are under way in no collection', () => {
  const { db, up } = before(80);
  db.exec(`INSERT INTO import_job (job_id, origin, paths, mappings, state, created_at)
    VALUES ('j', 'analyst', '[]', '{}', 'paused', '')`);
  up();
  expect(db.prepare('SELECT job_id, state, collection_id FROM import_job').all()).toEqual([
    { job_id: 'j', state: 'paused', collection_id: null },
  ]);
});
