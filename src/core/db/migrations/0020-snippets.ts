import type { Migration } from '../migrate.ts';

/** The article of a snippet is that of its version. Offsets count UTF-16 units. */
export const snippets: Migration = {
  id: 20,
  name: 'snippets',
  up(db) {
    db.exec(`
      CREATE TABLE snippet (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES article_version (id),
        start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
        end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX snippet_version ON snippet (version_id);
    `);
  },
};
