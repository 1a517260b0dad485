/** A library's database as it was just before a migration. */
import { join } from 'node:path';
import { type Database, openReadWrite } from '#core/db/connect.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { temporaryFolder } from '#test/contract/library.ts';

export interface Upgrade {
  db: Database;
  /** Applies the migration under test. */
  up: () => void;
}

/** Applies everything before the migration with this id, and nothing more. */
export function before(id: number): Upgrade {
  const db = openReadWrite(join(temporaryFolder(), 'library.sqlite'), { create: true });
  db.pragma('foreign_keys = ON');
  migrate(db, migrations, id - 1);
  return { db, up: () => migrate(db, migrations, id) };
}

/** The names of the user's tables. */
export function tables(db: Database): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
}

export const ARTICLE = `INSERT INTO article (version_id, csl, unconfirmed, excerpt, title_key, added_at, changed_at)
  VALUES (1, '{"type":"report","title":"T"}', '[]', 0, 't', '2024-01-01', '2024-01-01')`;
export const VERSION = `INSERT INTO article_version
  (article_id, original_sha256, original_name, words, created_at, blocks, note_refs, marks, text)
  VALUES (1, 'aa', 'a.txt', 1, '2024-01-01', '[]', '[]', '[]', 'word')`;
