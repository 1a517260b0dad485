import type { Migration } from '../migrate.ts';
import { foldKey, isCitationKey } from '#domain/citationKey.ts';

/**
 * Citation keys. An article has at most one that is not `former`; a former one, and that of an article that was
 * merged or deleted, stays here so that no other article is given it. No foreign key, for the same reason. `fold` is
 * the key in lower case: keys that differ in case only are one.
 *
 * Keys that files brought along lay in the metadata until now: the first article with one keeps it.
 */
export const citationKeys: Migration = {
  id: 90,
  name: 'citation-keys',
  up(db) {
    db.exec(`
      CREATE TABLE citation_key (
        fold TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        article_id INTEGER NOT NULL,
        former INTEGER NOT NULL DEFAULT 0 CHECK (former IN (0, 1))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX citation_key_article ON citation_key (article_id) WHERE former = 0;
    `);
    const insert = db.prepare('INSERT OR IGNORE INTO citation_key (fold, key, article_id) VALUES (?, ?, ?)');
    const strip = db.prepare(`UPDATE article SET csl = json_remove(csl, '$."citation-key"') WHERE id = ?`);
    const brought = db
      .prepare<[], { id: number; key: unknown }>(
        `SELECT id, csl ->> '$."citation-key"' AS key FROM article WHERE csl ->> '$."citation-key"' IS NOT NULL
         ORDER BY id`,
      )
      .all();
    for (const { id, key } of brought) {
      if (typeof key === 'string' && isCitationKey(key)) insert.run(foldKey(key), key, id);
      strip.run(id);
    }
  },
};
