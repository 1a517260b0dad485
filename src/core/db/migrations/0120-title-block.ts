import type { Migration } from '../migrate.ts';

/** What the title block says beside author and date, and the protective marking as `markingSchema` has it. */
export const titleBlock: Migration = {
  id: 120,
  name: 'title-block',
  up(db) {
    db.exec(`
      ALTER TABLE brief ADD COLUMN addressee TEXT NOT NULL DEFAULT '';
      ALTER TABLE brief ADD COLUMN reference TEXT NOT NULL DEFAULT '';
      ALTER TABLE brief ADD COLUMN marking TEXT CHECK (marking IS NULL OR json_valid(marking));
    `);
  },
};
