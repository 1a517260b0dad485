import type { Migration } from '../migrate.ts';

/**
 * An import that was begun for a collection puts its articles there, also when it goes on after a crash. No foreign
 * key: a collection that is removed meanwhile may come back under its id.
 */
export const importCollection: Migration = {
  id: 80,
  name: 'import-collection',
  up(db) {
    db.exec('ALTER TABLE import_job ADD COLUMN collection_id INTEGER');
  },
};
