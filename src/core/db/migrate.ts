/** Brings a library's schema up to date. The migrations are the only source of the schema. */
import type { Database } from './connect.ts';

export interface Migration {
  /** Rising, in tens; also the library's `user_version` once it is applied. */
  id: number;
  name: string;
  up(db: Database): void;
}

export type SchemaState =
  /** The ids of the migrations that are still to be applied. */
  | { kind: 'known'; pending: number[] }
  /** It holds a migration that we do not know. */
  | { kind: 'newer' }
  /** The applied migrations are not the first ones that we ship. */
  | { kind: 'broken' };

/** Compares what the library has applied with what we ship. Changes nothing. */
export function schemaState(db: Database, shipped: readonly Migration[]): SchemaState {
  const applied = appliedIds(db);
  const known = new Set(shipped.map(({ id }) => id));
  const version = db.pragma('user_version', { simple: true }) as number;
  if (applied.some((id) => !known.has(id)) || version > (shipped.at(-1)?.id ?? 0)) return { kind: 'newer' };
  if (applied.some((id, index) => shipped[index]?.id !== id)) return { kind: 'broken' };
  return { kind: 'known', pending: shipped.slice(applied.length).map(({ id }) => id) };
}

/** Applies the pending migrations up to and with the id `last`, each in a transaction of its own. */
export function migrate(db: Database, shipped: readonly Migration[], last = Infinity): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const applied = new Set(appliedIds(db));
  const record = db.prepare('INSERT INTO migration (id, name, applied_at) VALUES (?, ?, ?)');
  for (const migration of shipped) {
    if (migration.id > last) return;
    if (applied.has(migration.id)) continue;
    db.transaction(() => {
      migration.up(db);
      record.run(migration.id, migration.name, new Date().toISOString());
      db.pragma(`user_version = ${migration.id}`);
    }).immediate();
  }
}

function appliedIds(db: Database): number[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").get();
  if (exists === undefined) return [];
  return db.prepare<[], number>('SELECT id FROM migration ORDER BY id').pluck().all();
}
