import type { Migration } from '../migrate.ts';

/** The design and paper of a brief's pages, as `pageSetupSchema` has them; null for the usual ones. */
export const page: Migration = {
  id: 121,
  name: 'page',
  up(db) {
    db.exec('ALTER TABLE brief ADD COLUMN page TEXT CHECK (page IS NULL OR json_valid(page))');
  },
};
