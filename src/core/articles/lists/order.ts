/** All articles in the order of one of their fields, in memory: four bytes an article. */
import type { ArticleSort } from '#contract/articles.ts';
import type { Database } from '../../db/connect.ts';
import { createIdList } from './idList.ts';

export interface Order {
  /** Articles that have the field, lowest first; equal ones by id. */
  filled: () => Int32Array;
  /** Articles without it, by id. */
  empty: () => Int32Array;
  /** Follows the library: the ids that changed, or null where all may have. */
  update: (changed: readonly number[] | null) => void;
}

/** The column that an order follows; null for the id itself, which rises with every import. */
const COLUMN: Record<ArticleSort, string | null> = {
  added: null,
  issued: 'issued',
  title: 'title_key',
  author: 'author_key',
  publisher: 'publisher_key',
};

/** Where more than this has changed, all is read anew: that is faster than to place each. */
const MOST_PLACED = 500;

/** Reads the order now, from an index alone. */
export function createOrder(db: Database, sort: ArticleSort): Order {
  const column = COLUMN[sort];
  const all = (where: string, order: string): number[] =>
    db.prepare<[], number>(`SELECT id FROM article ${where} ORDER BY ${order}`).pluck().all();
  const keys = db
    .prepare<[string], [id: number, key: string | null]>(
      `SELECT a.id, ${column ?? "''"} FROM json_each(?) AS changed JOIN article a ON a.id = changed.value`,
    )
    .raw();
  const keyOf = db.prepare<[number], string>(`SELECT ${column ?? "''"} FROM article WHERE id = ?`).pluck();
  const filled = createIdList();
  const empty = createIdList();

  const load = (): void => {
    filled.set(column === null ? all('', 'id') : all(`WHERE ${column} > ''`, `${column}, id`));
    empty.set(
      column === null ? [] : [...all(`WHERE ${column} = ''`, 'id'), ...all(`WHERE ${column} IS NULL`, 'id')],
    );
  };

  const place = (id: number, key: string | null): void => {
    if (column !== null && (key ?? '') === '') {
      empty.insert(id, (other) => other - id);
      return;
    }
    const bytes = Buffer.from(key ?? '');
    // SQLite compares the bytes of UTF-8, JavaScript UTF-16 units.
    filled.insert(id, (other) =>
      column === null ? other - id : Buffer.compare(Buffer.from(keyOf.get(other) ?? ''), bytes) || other - id,
    );
  };

  load();
  return {
    filled: filled.ids,
    empty: empty.ids,
    update(changed) {
      if (changed === null || changed.length > MOST_PLACED) {
        load();
        return;
      }
      if (changed.length === 0) return;
      const moved = new Set(changed);
      const lowest = Math.min(...changed);
      const highest = Math.max(...changed);
      const goes = (id: number): boolean => id >= lowest && id <= highest && moved.has(id);
      filled.remove(goes);
      empty.remove(goes);
      for (const [id, key] of keys.all(JSON.stringify(changed))) place(id, key);
    },
  };
}
