import type { CslItem } from '#domain/csl.ts';
import { authorKey, publisherKey } from '../../articles/columns.ts';
import type { Migration } from '../migrate.ts';

/**
 * Lists sort by author and by publisher too. What is read or starred is little of a large library: its
 * indexes hold nothing else. The index on `version_id` keeps SQLite from walking through all articles for each
 * version that comes or goes: it has to see whether one refers to it.
 */
export const lists: Migration = {
  id: 60,
  name: 'lists',
  up(db) {
    db.function('author_key', { deterministic: true }, (csl) =>
      authorKey(JSON.parse(csl as string) as CslItem),
    );
    db.function('publisher_key', { deterministic: true }, (csl) =>
      publisherKey(JSON.parse(csl as string) as CslItem),
    );
    db.exec(`
      ALTER TABLE article ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE article ADD COLUMN publisher_key TEXT NOT NULL DEFAULT '';
      UPDATE article SET author_key = author_key(csl), publisher_key = publisher_key(csl);
      CREATE INDEX article_author ON article (author_key);
      CREATE INDEX article_shown_version ON article (version_id);
      CREATE INDEX article_publisher ON article (publisher_key);
      CREATE INDEX article_read ON article (read_at) WHERE read_at IS NOT NULL;
      CREATE INDEX article_starred ON article (starred) WHERE starred = 1;
    `);
  },
};
