import type { Migration } from '../migrate.ts';

/** The keywords that the files of a brief carry. */
export const keywords: Migration = {
  id: 122,
  name: 'keywords',
  up(db) {
    db.exec(`ALTER TABLE brief ADD COLUMN keywords TEXT NOT NULL DEFAULT ''`);
  },
};
