import type { Migration } from '../migrate.ts';

/**
 * Earlier states of briefs. A version is first a copy of the brief's row, made in one step (`document`), and soon
 * after a list of its blocks (`blocks`), each of which is kept once a brief: one of the two is null.
 *
 * version_block.hash: SHA-256 of the block's JSON; data: that JSON, as raw deflate (RFC 1951).
 * brief_version.blocks: ids of its blocks as a JSON array, each as the difference to the one before; digest: SHA-256
 * of their hashes in this order; root: the root node without its children.
 */
export const versions: Migration = {
  id: 100,
  name: 'versions',
  up(db) {
    db.exec(`
      CREATE TABLE version_block (
        id INTEGER PRIMARY KEY,
        brief_id INTEGER NOT NULL REFERENCES brief (id),
        hash BLOB NOT NULL,
        words INTEGER NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (brief_id, hash)
      ) STRICT;
      CREATE TABLE brief_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        brief_id INTEGER NOT NULL REFERENCES brief (id),
        kind TEXT NOT NULL,
        name TEXT,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        document TEXT,
        words INTEGER,
        doc_version INTEGER,
        root TEXT,
        blocks TEXT,
        digest BLOB,
        CHECK ((document IS NULL) <> (blocks IS NULL))
      ) STRICT;
      CREATE INDEX brief_version_brief ON brief_version (brief_id, created_at);
      CREATE INDEX brief_version_unpacked ON brief_version (id) WHERE document IS NOT NULL;
    `);
  },
};
