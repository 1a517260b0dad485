/** Articles that were merged into others: where their ids lead now. */
import type { StoredDocument } from '#domain/document/stored.ts';
import type { Database } from '../db/connect.ts';

/** SQL for the id that the expression `id` leads to. */
export function redirected(id: string): string {
  return `coalesce((SELECT r.article_id FROM article_redirect r WHERE r.old_id = ${id}), ${id})`;
}

/** The document with every citation of a merged article made one of the article that it went into. */
export function withRedirects(db: Database, document: StoredDocument): StoredDocument {
  const rows = db
    .prepare<[], [number, number]>('SELECT old_id, article_id FROM article_redirect')
    .raw()
    .all();
  return rows.length === 0 ? document : (replaceIds(document, new Map(rows)) as StoredDocument);
}

/** A copy of a JSON value in which members `articleId` follow the map; what holds none of them is not copied. */
export function replaceIds(value: unknown, ids: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => replaceIds(item, ids));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [key, member] of Object.entries(value)) {
    const next =
      key === 'articleId' && typeof member === 'number'
        ? (ids.get(member) ?? member)
        : replaceIds(member, ids);
    if (next !== member) (copy ??= { ...value })[key] = next;
  }
  return copy ?? value;
}
