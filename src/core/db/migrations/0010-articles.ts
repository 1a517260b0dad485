import type { Migration } from '../migrate.ts';

/**
 * `article.csl` is the truth; `title_key` and `issued` are what lists sort by. `changed_at` moves with every
 * change of the metadata: the search index finds by it what it has to index again.
 * A version is never changed. Its text comes last, so that reading the rest does not walk through it.
 */
export const articles: Migration = {
  id: 10,
  name: 'articles',
  up(db) {
    db.exec(`
      CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES article_version (id) DEFERRABLE INITIALLY DEFERRED,
        csl TEXT NOT NULL CHECK (json_valid(csl)),
        unconfirmed TEXT NOT NULL CHECK (json_valid(unconfirmed)),
        issued_not_before TEXT,
        excerpt INTEGER NOT NULL CHECK (excerpt IN (0, 1)),
        title_key TEXT NOT NULL,
        issued TEXT,
        added_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX article_title ON article (title_key);
      CREATE INDEX article_issued ON article (issued);

      CREATE TABLE article_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        original_sha256 TEXT NOT NULL UNIQUE,
        original_name TEXT NOT NULL,
        words INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        blocks TEXT NOT NULL CHECK (json_valid(blocks)),
        note_refs TEXT NOT NULL CHECK (json_valid(note_refs)),
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX article_version_article ON article_version (article_id);
    `);
  },
};
