/** All articles in the order of one of their fields, in memory: four bytes an article. */
import type { ArticleSort } from '#contract/articles.ts';
import type { Database } from '../../db/connect.ts';
import { createIdList } from './idList.ts';

export type KeyedSort = Exclude<ArticleSort, 'added'>;

export interface Order {
  /** Articles that have the field, lowest first; equal ones by id. */
  filled: () => Int32Array;
  /** Articles without it, by id. */
  empty: () => Int32Array;
  /** Notes what changed in the library: ids, or null where all may have. It is followed when it is next read. */
  changed: (ids: readonly number[] | null) => void;
}

const COLUMN: Record<KeyedSort, string> = {
  issued: 'issued',
  title: 'title_key',
  author: 'author_key',
  publisher: 'publisher_key',
};

/** Where more than this has changed, all is read anew: that is faster than to place each. */
const MOST_PLACED = 500;

/** Reads the library when it is first asked, from an index alone. */
export function createOrder(db: Database, sort: KeyedSort): Order {
  const column = COLUMN[sort];
  const select = (where: string, order: string): number[] =>
    db.prepare<[], number>(`SELECT id FROM article WHERE ${where} ORDER BY ${order}`).pluck().all();
  const keys = db
    .prepare<[string], [id: number, key: string | null]>(
      `SELECT a.id, a.${column} FROM json_each(?) AS changed JOIN article a ON a.id = changed.value`,
    )
    .raw();
  const keyOf = db.prepare<[number], string>(`SELECT ${column} FROM article WHERE id = ?`).pluck();
  const filled = createIdList();
  const empty = createIdList();
  let pending: Set<number> | null = null;

  const place = (id: number, key: string | null): void => {
    if (key === null || key === '') {
      empty.insert(id, (other) => other - id);
      return;
    }
    // SQLite compares the bytes of UTF-8, JavaScript UTF-16 units.
    const bytes = Buffer.from(key);
    filled.insert(id, (other) => Buffer.compare(Buffer.from(keyOf.get(other)!), bytes) || other - id);
  };

  const follow = (): void => {
    if (pending === null) {
      filled.set(select(`${column} > ''`, `${column}, id`));
      // A column has either NULL or the empty text where there is nothing.
      empty.set([...select(`${column} = ''`, 'id'), ...select(`${column} IS NULL`, 'id')]);
    } else if (pending.size > 0) {
      const moved = pending;
      const lowest = Math.min(...moved);
      const highest = Math.max(...moved);
      const goes = (id: number): boolean => id >= lowest && id <= highest && moved.has(id);
      filled.remove(goes);
      empty.remove(goes);
      for (const [id, key] of keys.all(JSON.stringify([...moved]))) place(id, key);
    }
    pending = new Set();
  };

  return {
    filled() {
      follow();
      return filled.ids();
    },
    empty() {
      follow();
      return empty.ids();
    },
    changed(ids) {
      if (pending === null) return;
      if (ids === null || ids.length + pending.size > MOST_PLACED) pending = null;
      else for (const id of ids) pending.add(id);
    },
  };
}
