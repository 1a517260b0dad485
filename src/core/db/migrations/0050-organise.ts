import type { Migration } from '../migrate.ts';

/**
 * How an analyst orders the library: stars, read marks, trash, source grades (Admiralty scale), notes,
 * nested collections, tags, highlights, saved searches; `brief_source`, which articles a brief cites; and the
 * pages of a version's text, where its source has them.
 *
 * `article_change` gives the number of the last change of anything that lists, filters and facets show of an
 * article: readers follow by it. Triggers keep it, so that no writer can forget; the row outlives the article.
 * They say ON CONFLICT, not OR REPLACE: the latter gives way to an OR IGNORE of the statement that fires them.
 */
export const organise: Migration = {
  id: 50,
  name: 'organise',
  up(db) {
    db.exec(`
      ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1));
      ALTER TABLE article ADD COLUMN read_at TEXT;
      ALTER TABLE article ADD COLUMN trashed_at TEXT;
      ALTER TABLE article ADD COLUMN reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'));
      ALTER TABLE article ADD COLUMN credibility INTEGER CHECK (credibility BETWEEN 1 AND 6);
      ALTER TABLE article ADD COLUMN notes TEXT NOT NULL DEFAULT '';
      ALTER TABLE article_version ADD COLUMN pages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pages));
      CREATE INDEX article_trashed ON article (trashed_at) WHERE trashed_at IS NOT NULL;

      CREATE TABLE collection (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent_id INTEGER REFERENCES collection (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX collection_parent ON collection (parent_id);
      CREATE TABLE collection_article (
        collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        added_at TEXT NOT NULL,
        PRIMARY KEY (collection_id, article_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX collection_article_article ON collection_article (article_id);

      CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        -- The name in lower case: two tags that differ in case only are one.
        name_key TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE article_tag (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, tag_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_tag_tag ON article_tag (tag_id);

      CREATE TABLE highlight (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES article_version (id),
        start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
        end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        colour TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX highlight_version ON highlight (version_id);

      CREATE TABLE brief_source (
        brief_id INTEGER NOT NULL REFERENCES brief (id),
        article_id INTEGER NOT NULL,
        PRIMARY KEY (brief_id, article_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX brief_source_article ON brief_source (article_id);
      INSERT OR IGNORE INTO brief_source (brief_id, article_id)
        SELECT brief.id, node.value FROM brief, json_tree(brief.document) AS node
        WHERE node.key = 'articleId' AND node.type = 'integer' AND brief.removed_at IS NULL;

      CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        wish TEXT NOT NULL CHECK (json_valid(wish)),
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE article_change (
        article_id INTEGER PRIMARY KEY,
        seq INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX article_change_seq ON article_change (seq);
      INSERT INTO article_change (article_id, seq) SELECT id, 1 FROM article;
    `);
    for (const [table, event, article] of CHANGES)
      db.exec(`
        CREATE TRIGGER ${table}_${event.split(' ')[0]!.toLowerCase()}_changes_article AFTER ${event} ON ${table} BEGIN
          INSERT INTO article_change (article_id, seq)
            VALUES (${article}, (SELECT coalesce(max(seq), 0) + 1 FROM article_change))
            ON CONFLICT (article_id) DO UPDATE SET seq = excluded.seq;
        END;
      `);
  },
};

/** What counts as a change, and of which article. */
const CHANGES: readonly [table: string, event: string, article: string][] = [
  ['article', 'INSERT', 'NEW.id'],
  ['article', 'DELETE', 'OLD.id'],
  [
    'article',
    'UPDATE OF csl, version_id, starred, read_at, trashed_at, reliability, credibility, notes',
    'NEW.id',
  ],
  ['collection_article', 'INSERT', 'NEW.article_id'],
  ['collection_article', 'DELETE', 'OLD.article_id'],
  ['article_tag', 'INSERT', 'NEW.article_id'],
  ['article_tag', 'DELETE', 'OLD.article_id'],
  ['brief_source', 'INSERT', 'NEW.article_id'],
  ['brief_source', 'DELETE', 'OLD.article_id'],
];
