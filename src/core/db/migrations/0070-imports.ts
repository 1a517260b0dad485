import type { CslItem } from '#domain/csl.ts';
import { doiKey, urlKey } from '#domain/sourceKeys.ts';
import type { Migration } from '../migrate.ts';

/**
 * Imports that outlive the process, and what is known of duplicates.
 *
 * `import_job` says how far an import has come: `file` files of its list are done, and of the next one `item`
 * items. It moves in the transaction that writes the articles, so that an import goes on exactly where it was
 * cut off. The list lies in `import_file` in chunks of paths (a JSON array that begins at the file number `first`).
 * `import_entry` has a small row for each item, its file by number.
 *
 * `url_key` and `doi_key` are the normalised address and DOI. `duplicate` holds pairs of articles to look at and what
 * was decided; `article_redirect` where an article went that was merged into another.
 */
export const imports: Migration = {
  id: 70,
  name: 'imports',
  up(db) {
    db.exec(`
      ALTER TABLE article ADD COLUMN url_key TEXT;
      ALTER TABLE article ADD COLUMN doi_key TEXT;
      CREATE INDEX article_url ON article (url_key) WHERE url_key IS NOT NULL;
      CREATE INDEX article_doi ON article (doi_key) WHERE doi_key IS NOT NULL;

      CREATE TABLE import_job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL UNIQUE,
        origin TEXT NOT NULL CHECK (origin IN ('analyst', 'watch')),
        paths TEXT NOT NULL CHECK (json_valid(paths)),
        mappings TEXT NOT NULL CHECK (json_valid(mappings)),
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
        listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1)),
        total INTEGER NOT NULL DEFAULT 0,
        file INTEGER NOT NULL DEFAULT 0,
        item INTEGER NOT NULL DEFAULT 0,
        imported INTEGER NOT NULL DEFAULT 0,
        updated INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        refused INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        finished_at TEXT
      ) STRICT;
      CREATE TABLE import_file (
        job INTEGER NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
        first INTEGER NOT NULL,
        paths TEXT NOT NULL CHECK (json_valid(paths)),
        PRIMARY KEY (job, first)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE import_entry (
        job INTEGER NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('imported', 'updated', 'skipped', 'refused')),
        -- Number of the file in the list; NULL for a line on a folder.
        file INTEGER,
        -- Name inside the file, or the folder's path.
        name TEXT,
        article_id INTEGER,
        message TEXT,
        PRIMARY KEY (job, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_entry_attention ON import_entry (job, status, seq) WHERE status <> 'imported';

      CREATE TABLE watched_file (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        modified REAL NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE duplicate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        -- The older article and the newer one.
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        reason TEXT NOT NULL CHECK (reason IN ('address', 'text')),
        -- Share of what the two texts have in common, 0 to 1.
        similarity REAL NOT NULL,
        found_at TEXT NOT NULL,
        kept_at TEXT,
        UNIQUE (article_id, other_id),
        CHECK (article_id <> other_id)
      ) STRICT;
      CREATE INDEX duplicate_other ON duplicate (other_id);
      CREATE TABLE article_redirect (
        old_id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX article_redirect_article ON article_redirect (article_id);
    `);
    const setKeys = db.prepare('UPDATE article SET url_key = ?, doi_key = ? WHERE id = ?');
    const articles = db.prepare<[], { id: number; csl: string }>(
      `SELECT id, csl FROM article WHERE csl ->> '$.URL' IS NOT NULL OR csl ->> '$.DOI' IS NOT NULL`,
    );
    for (const { id, csl } of articles.all()) {
      const item = JSON.parse(csl) as CslItem;
      setKeys.run(urlKey(item.URL), doiKey(item), id);
    }
  },
};
