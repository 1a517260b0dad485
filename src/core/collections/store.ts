/** Collections: a forest, and the articles in each. */
import type { Collection } from '#contract/collections.ts';
import { DossierError } from '#contract/errors.ts';
import { redirected } from '../articles/redirects.ts';
import type { Database } from '../db/connect.ts';

interface Row {
  id: number;
  parentId: number | null;
  name: string;
}

const SELECT = 'SELECT id, parent_id AS parentId, name FROM collection';
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** All collections with the articles in them and in those inside; `isListed` says which articles count. */
export function listCollections(db: Database, isListed: (articleId: number) => boolean): Collection[] {
  const rows = db.prepare<[], Row>(SELECT).all();
  const counts = countArticles(db, rows, isListed);
  return rows
    .toSorted((a, b) => byName.compare(a.name, b.name) || a.id - b.id)
    .map((row) => ({ ...row, count: counts.get(row.id) ?? 0 }));
}

/** Throws `not_found`. */
export function getCollection(db: Database, id: number): Row {
  const row = db.prepare<[number], Row>(`${SELECT} WHERE id = ?`).get(id);
  if (row === undefined)
    throw new DossierError('not_found', 'This collection is no longer in the library. Nothing was changed.');
  return row;
}

/** Throws `not_found` where there is no such parent, `conflict` where the name is taken there. */
export function createCollection(db: Database, name: string, parentId: number | null): Collection {
  if (parentId !== null) getCollection(db, parentId);
  refuseTakenName(db, name, parentId, null);
  const { lastInsertRowid } = db
    .prepare('INSERT INTO collection (parent_id, name, created_at) VALUES (?, ?, ?)')
    .run(parentId, name, new Date().toISOString());
  return { id: Number(lastInsertRowid), parentId, name, count: 0 };
}

/** Throws `not_found`, `conflict`, or `invalid_input` where a collection would be inside itself. */
export function changeCollection(db: Database, { id, parentId, name }: Row): void {
  getCollection(db, id);
  if (parentId !== null) {
    getCollection(db, parentId);
    if (isInside(db, parentId, id))
      throw new DossierError(
        'invalid_input',
        `“${name}” cannot be moved into itself or into a collection inside it.`,
      );
  }
  refuseTakenName(db, name, parentId, id);
  db.prepare('UPDATE collection SET parent_id = ?, name = ? WHERE id = ?').run(parentId, name, id);
}

/** What a removed collection was, for `restoreCollections`. */
export interface RemovedCollections {
  collections: { id: number; parent_id: number | null; name: string; created_at: string }[];
  articles: [collectionId: number, articleId: number, addedAt: string][];
}

/** Removes a collection and those inside it; the articles stay. Throws `not_found`. */
export function removeCollection(db: Database, id: number): RemovedCollections {
  getCollection(db, id);
  const ids = JSON.stringify(withInner(db, id));
  const removed: RemovedCollections = {
    collections: db
      .prepare<[string], RemovedCollections['collections'][number]>(
        'SELECT id, parent_id, name, created_at FROM collection WHERE id IN (SELECT value FROM json_each(?))',
      )
      .all(ids),
    articles: db
      .prepare<[string], RemovedCollections['articles'][number]>(
        `SELECT collection_id, article_id, added_at FROM collection_article
         WHERE collection_id IN (SELECT value FROM json_each(?))`,
      )
      .raw()
      .all(ids),
  };
  // The rows of what was in it and the collections inside it go with it.
  db.prepare('DELETE FROM collection_article WHERE collection_id IN (SELECT value FROM json_each(?))').run(
    ids,
  );
  db.prepare('DELETE FROM collection WHERE id = ?').run(id);
  return removed;
}

/**
 * Puts removed collections back under their old ids; at the top where their parent has gone meanwhile, and
 * without the articles that have been deleted for good. Throws `conflict` where the name is taken by now.
 */
export function restoreCollections(db: Database, { collections, articles }: RemovedCollections): void {
  const inner = new Set(collections.map(({ id }) => id));
  const exists = db.prepare<[number], number>('SELECT 1 FROM collection WHERE id = ?').pluck();
  const insert = db.prepare(
    'INSERT INTO collection (id, parent_id, name, created_at) VALUES (@id, @parent_id, @name, @created_at)',
  );
  // Parents first: they are the ones whose parent is there.
  const waiting = new Map(collections.map((row) => [row.id, row]));
  while (waiting.size > 0)
    for (const row of waiting.values()) {
      if (row.parent_id !== null && waiting.has(row.parent_id)) continue;
      const isOutermost = row.parent_id === null || !inner.has(row.parent_id);
      const parentId =
        row.parent_id !== null && exists.get(row.parent_id) !== undefined ? row.parent_id : null;
      if (isOutermost) refuseTakenName(db, row.name, parentId, null);
      insert.run({ ...row, parent_id: parentId });
      waiting.delete(row.id);
    }
  addRows(db, articles);
}

/** Puts articles into a collection. Returns those that were not in it. */
export function addToCollection(db: Database, id: number, articleIds: readonly number[]): number[] {
  return db
    .prepare<[number, string, string], number>(
      `INSERT OR IGNORE INTO collection_article (collection_id, article_id, added_at)
       SELECT ?, a.id, ? FROM json_each(?) AS wanted JOIN article a ON a.id = wanted.value RETURNING article_id`,
    )
    .pluck()
    .all(id, new Date().toISOString(), JSON.stringify(articleIds));
}

/** Takes articles out of collections. Returns the rows that went. */
export function takeFromCollections(
  db: Database,
  collectionIds: readonly number[],
  articleIds: readonly number[],
): RemovedCollections['articles'] {
  return db
    .prepare<[string, string], RemovedCollections['articles'][number]>(
      `DELETE FROM collection_article WHERE collection_id IN (SELECT value FROM json_each(?))
         AND article_id IN (SELECT value FROM json_each(?)) RETURNING collection_id, article_id, added_at`,
    )
    .raw()
    .all(JSON.stringify(collectionIds), JSON.stringify(articleIds));
}

/** Puts rows back that `takeFromCollections` took, where the collection and the article, or the one that it went into, are there. */
export function addRows(db: Database, rows: RemovedCollections['articles']): void {
  db.prepare<[string]>(
    `INSERT OR IGNORE INTO collection_article (collection_id, article_id, added_at)
     SELECT c.id, a.id, old.value ->> 2 FROM json_each(?) AS old
     JOIN collection c ON c.id = old.value ->> 0 JOIN article a ON a.id = ${redirected('old.value ->> 1')}`,
  ).run(JSON.stringify(rows));
}

/** A collection and all collections inside it. */
export function withInner(db: Database, id: number): number[] {
  return db
    .prepare<[number], number>(
      `WITH RECURSIVE inside (id) AS (
         VALUES (?) UNION SELECT c.id FROM collection c JOIN inside ON c.parent_id = inside.id
       ) SELECT id FROM inside ORDER BY id`,
    )
    .pluck()
    .all(id);
}

function isInside(db: Database, id: number, outer: number): boolean {
  return withInner(db, outer).includes(id);
}

function refuseTakenName(db: Database, name: string, parentId: number | null, except: number | null): void {
  const siblings = db.prepare<[number | null], Row>(`${SELECT} WHERE parent_id IS ?`).all(parentId);
  const key = nameKey(name);
  const rival = siblings.find((sibling) => sibling.id !== except && nameKey(sibling.name) === key);
  if (rival !== undefined)
    throw new DossierError(
      'conflict',
      `There is a collection named “${rival.name}” here already. Choose another name.`,
    );
}

function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Articles in each collection with those inside it, each once. */
function countArticles(
  db: Database,
  rows: readonly Row[],
  isListed: (articleId: number) => boolean,
): Map<number, number> {
  const members = db
    .prepare<[number], number>('SELECT article_id FROM collection_article WHERE collection_id = ?')
    .pluck();
  const inner = Map.groupBy(rows, ({ parentId }) => parentId);
  const counts = new Map<number, number>();
  /** The articles in a collection; a leaf's need not be kept apart from those of its neighbours. */
  const collect = ({ id }: Row): Iterable<number> => {
    const own = members.all(id).filter(isListed);
    const below = inner.get(id) ?? [];
    if (below.length === 0) {
      counts.set(id, own.length);
      return own;
    }
    const all = new Set(own);
    for (const row of below) for (const article of collect(row)) all.add(article);
    counts.set(id, all.size);
    return all;
  };
  for (const row of inner.get(null) ?? []) collect(row);
  return counts;
}
