import type { Migration } from '../migrate.ts';

/**
 * Comments on briefs. Which words a thread is on the document says; `quote` is what they were at first. What is removed
 * keeps its row: only `removed_at` is set, of the thread where its first comment was. `place` orders what was written
 * in one millisecond.
 */
export const comments: Migration = {
  id: 110,
  name: 'comments',
  up(db) {
    db.exec(`
      CREATE TABLE comment_thread (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        brief_id INTEGER NOT NULL REFERENCES brief (id),
        quote TEXT NOT NULL,
        created_at TEXT NOT NULL,
        resolved_by TEXT,
        resolved_at TEXT,
        removed_at TEXT,
        CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
      ) STRICT;
      CREATE INDEX comment_thread_brief ON comment_thread (brief_id);
      CREATE TABLE comment (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        thread_id TEXT NOT NULL REFERENCES comment_thread (id),
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        created_at TEXT NOT NULL,
        edited_at TEXT,
        removed_at TEXT
      ) STRICT;
      CREATE INDEX comment_of_thread ON comment (thread_id);
    `);
  },
};
