/** Tells a library from all others, and from copies of its folder, which go ways of their own. */
import { randomUUID } from 'node:crypto';
import type { Database } from './connect.ts';

const KEY = 'library.id';

/** Made at the first call. Equal for a library as long as it is in the folder `path`. */
export function libraryIdentity(db: Database, path: string): string {
  db.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING').run(
    KEY,
    JSON.stringify(randomUUID()),
  );
  const id = db.prepare<[string], string>("SELECT value ->> '$' FROM setting WHERE key = ?").pluck().get(KEY);
  return `${id} ${path}`;
}
