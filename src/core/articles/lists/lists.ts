/**
 * Parts of the library as lists of ids, kept in memory so that a million articles can be scrolled: SQLite
 * walks past every row that a page skips.
 */
import type { ArticleSort } from '#contract/articles.ts';
import { type Scope, type View, VIEWS } from '#contract/organise.ts';
import { withInner } from '../../collections/store.ts';
import type { Database } from '../../db/connect.ts';
import { createCatalogue, FLAG } from './catalogue.ts';
import { createOrder, type KeyedSort, type Order } from './order.ts';

export interface ListWish extends Scope {
  sort: ArticleSort;
  direction?: 'ascending' | 'descending' | undefined;
  /** Articles that stay although they have left the view, but for trashed ones. */
  keep: readonly number[];
}

export interface Lists {
  /** The ids of a part of the library. The array is the caller's to read until the next call. */
  list: (wish: ListWish) => Int32Array;
  /** The ids of a scope, lowest first: a copy. */
  members: (scope: Scope) => Int32Array<ArrayBuffer>;
  /** How many articles each view holds. */
  counts: () => Record<View, number>;
  /** Tells of an article whether it is there and not in the trash, as of now. */
  listed: () => (id: number) => boolean;
}

/** What counts as recently added. */
const RECENT_DAYS = 7;
const CACHED = 6;
const LIVE = FLAG.exists | FLAG.trashed;

/** Of an article's flags only those in the mask are compared. */
const VIEW_FLAGS: Record<View, { mask: number; flags: number }> = {
  all: { mask: LIVE, flags: FLAG.exists },
  recent: { mask: LIVE, flags: FLAG.exists },
  unread: { mask: LIVE | FLAG.read, flags: FLAG.exists },
  starred: { mask: LIVE | FLAG.starred, flags: FLAG.exists | FLAG.starred },
  untagged: { mask: LIVE | FLAG.tagged, flags: FLAG.exists },
  unfiled: { mask: LIVE | FLAG.filed, flags: FLAG.exists },
  trash: { mask: LIVE, flags: LIVE },
};

const DESCENDING = new Set<ArticleSort>(['added', 'issued']);

export function createLists(db: Database): Lists {
  const catalogue = createCatalogue(db);
  const orders = new Map<KeyedSort, Order>();
  /** Last used last. */
  const cache = new Map<string, { stamp: number; ids: Int32Array<ArrayBuffer> }>();
  let counted: { key: string; counts: Record<View, number> } | null = null;
  const firstSince = recentFinder(db);

  const sync = (): void => {
    const changed = catalogue.sync();
    for (const order of orders.values()) order.changed(changed);
  };
  const orderBy = (sort: KeyedSort): Order => {
    const order = orders.get(sort) ?? createOrder(db, sort);
    orders.set(sort, order);
    return order;
  };
  /** All ids there ever were, as far as known, lowest first. */
  const allIds = (): Int32Array => new Int32Array(catalogue.flags().length).map((_none, id) => id);
  const recentFrom = (): number => firstSince(catalogue.flags().length, RECENT_DAYS);

  /** The cached list, else a new one. */
  const cached = (key: string, make: () => Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const stamp = catalogue.stamp();
    const there = cache.get(key);
    const ids = there?.stamp === stamp ? there.ids : make();
    cache.delete(key);
    cache.set(key, { stamp, ids });
    for (const old of [...cache.keys()].slice(0, -CACHED)) cache.delete(old);
    return ids;
  };

  const choose = (scope: Scope, keep: readonly number[]): ((id: number) => boolean) => {
    const flags = catalogue.flags();
    const { mask, flags: wanted } = VIEW_FLAGS[scope.view];
    const from = scope.view === 'recent' ? recentFrom() : 0;
    const inView = (id: number): boolean => (flags[id]! & mask) === wanted && id >= from;
    const kept = new Set(scope.view === 'trash' ? [] : keep);
    const passes =
      kept.size === 0
        ? inView
        : (id: number): boolean => inView(id) || (kept.has(id) && (flags[id]! & LIVE) === FLAG.exists);
    const limits = [
      ...(scope.collectionId === undefined ? [] : [inCollection(db, scope.collectionId, flags.length)]),
      ...(scope.tagId === undefined ? [] : [withTag(db, scope.tagId, flags.length)]),
    ];
    if (limits.length === 0) return passes;
    return (id) => passes(id) && limits.every((marks) => marks[id] === 1);
  };

  return {
    list({ sort, direction, keep, ...scope }) {
      sync();
      const descending = (direction ?? (DESCENDING.has(sort) ? 'descending' : 'ascending')) === 'descending';
      const subtree = scope.collectionId === undefined ? [] : withInner(db, scope.collectionId);
      const recent = scope.view === 'recent' ? recentFrom() : 0;
      const key = JSON.stringify([sort, descending, scope.view, recent, subtree, scope.tagId, keep]);
      return cached(key, () => {
        const wanted = choose(scope, keep);
        if (sort === 'added') return select([inOrder(allIds(), descending)], wanted);
        const order = orderBy(sort);
        return select([inOrder(order.filled(), descending), order.empty().toReversed()], wanted);
      });
    },
    members(scope) {
      sync();
      return select([allIds()], choose(scope, []));
    },
    counts() {
      sync();
      const from = recentFrom();
      const key = `${catalogue.stamp()} ${from}`;
      if (counted?.key !== key) counted = { key, counts: count(catalogue.flags(), from) };
      return counted.counts;
    },
    listed() {
      sync();
      const flags = catalogue.flags();
      return (id) => ((flags[id] ?? 0) & LIVE) === FLAG.exists;
    },
  };
}

function inOrder(ids: Int32Array, descending: boolean): Int32Array {
  return descending ? ids.toReversed() : ids;
}

function select(parts: readonly Int32Array[], wanted: (id: number) => boolean): Int32Array<ArrayBuffer> {
  const chosen = new Int32Array(parts.reduce((sum, ids) => sum + ids.length, 0));
  let length = 0;
  for (const ids of parts)
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at]!;
      if (!wanted(id)) continue;
      chosen[length] = id;
      length += 1;
    }
  return chosen.slice(0, length);
}

function count(flags: Uint8Array, recentFrom: number): Record<View, number> {
  // Articles by what their byte says, so that each view is counted from 64 numbers.
  const byFlags = new Uint32Array(256);
  let recent = 0;
  for (let id = 0; id < flags.length; id += 1) {
    byFlags[flags[id]!]! += 1;
    if (id >= recentFrom && (flags[id]! & LIVE) === FLAG.exists) recent += 1;
  }
  const counts = Object.fromEntries(
    VIEWS.map((view) => {
      const { mask, flags: wanted } = VIEW_FLAGS[view];
      return [view, byFlags.reduce((sum, n, value) => sum + ((value & mask) === wanted ? n : 0), 0)];
    }),
  ) as Record<View, number>;
  return { ...counts, recent };
}

/** Finds the first article that was added in the last so many days: ids rise with the time of import. */
function recentFinder(db: Database): (idsEnd: number, days: number) => number {
  const nextAdded = db
    .prepare<[number], [id: number, addedAt: string]>(
      'SELECT id, added_at FROM article WHERE id >= ? ORDER BY id LIMIT 1',
    )
    .raw();
  return (idsEnd, days) => {
    const since = new Date(Date.now() - days * 86_400_000).toISOString();
    let low = 0;
    let high = idsEnd;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const next = nextAdded.get(middle);
      if (next === undefined || next[1] >= since) high = middle;
      else low = next[0] + 1;
    }
    return low;
  };
}

function inCollection(db: Database, collectionId: number, length: number): Uint8Array {
  const ids = db
    .prepare<[string], number>(
      'SELECT article_id FROM collection_article WHERE collection_id IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  return mark(ids.all(JSON.stringify(withInner(db, collectionId))), length);
}

function withTag(db: Database, tagId: number, length: number): Uint8Array {
  const ids = db.prepare<[number], number>('SELECT article_id FROM article_tag WHERE tag_id = ?').pluck();
  return mark(ids.all(tagId), length);
}

function mark(ids: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length);
  for (const id of ids) marks[id] = 1;
  return marks;
}
