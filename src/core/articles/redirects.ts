/**
 * Articles that were merged into others: where their ids lead now. Briefs keep the id that they were written with,
 * so that a merge can be taken back; whoever reads ids out of a brief, or is given one, follows it here.
 */
import type { Database } from '../db/connect.ts';

/** SQL for the id that the expression `id` leads to. */
export function redirected(id: string): string {
  return `coalesce((SELECT r.article_id FROM article_redirect r WHERE r.old_id = ${id}), ${id})`;
}

/** Where each of these ids leads, in their order: to itself, unless its article was merged into another. */
export function followRedirects(db: Database, ids: Iterable<number>): number[] {
  return db
    .prepare<[string], number>(
      `SELECT ${redirected('asked.value')} FROM json_each(?) AS asked ORDER BY asked.key`,
    )
    .pluck()
    .all(JSON.stringify([...ids]));
}

/** Where this id leads. */
export function followRedirect(db: Database, id: number): number {
  return followRedirects(db, [id])[0]!;
}
