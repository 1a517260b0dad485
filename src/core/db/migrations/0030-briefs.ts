import type { Migration } from '../migrate.ts';

/** A removed brief keeps its row; only `removed_at` is set. */
export const briefs: Migration = {
  id: 30,
  name: 'briefs',
  up(db) {
    db.exec(`
      CREATE TABLE brief (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        date TEXT,
        language TEXT NOT NULL,
        style_id TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT,
        document TEXT NOT NULL CHECK (json_valid(document))
      ) STRICT;
      CREATE INDEX brief_listed ON brief (updated_at) WHERE removed_at IS NULL;
    `);
  },
};
