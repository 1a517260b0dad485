/** Deleting articles for good. */
import type { KeptArticle } from '#contract/articles.ts';
import type { Target } from '#contract/organise.ts';
import type { Database } from '../db/connect.ts';
import type { Organiser } from '../organise/organise.ts';
import { redirected } from './redirects.ts';

/** Articles deleted in one transaction: each takes its texts with it. */
const STEP = 200;
const MOST_TOLD = 100;

export interface PurgeHooks {
  /** Told what went. */
  onChanged(ids: number[]): void;
  /** Told which originals no version came from any more. */
  onUnneeded(originals: string[]): void;
}

/**
 * Deletes what is in the trash of a target, with versions and highlights. What a brief cites (also one that was
 * removed: it can come back) or a snippet quotes is kept.
 */
export async function purgeArticles(
  { db, lists, resolve, write, tell }: Organiser,
  target: Target,
  hooks: PurgeHooks,
): Promise<{ purged: number; kept: number; keptArticles: KeptArticle[] }> {
  const removed = citedByRemoved(db);
  const trashed = new Set(lists.members({ view: 'trash' }));
  const ids = resolve(target).filter((id) => trashed.has(id));
  const kept: KeptArticle[] = [];
  const gone: { ids: number[]; originals: string[] }[] = [];
  await write(
    ids,
    (part) => {
      const needed = findNeeded(db, part, removed);
      kept.push(...needed);
      const keep = new Set(needed.map(({ id }) => id));
      const free = part.filter((id) => !keep.has(id));
      gone.push({ ids: free, originals: deleteRows(db, free) });
      return [];
    },
    STEP,
  );
  const purged = gone.flatMap((step) => step.ids);
  if (purged.length > 0) {
    hooks.onChanged(purged);
    tell({ structure: true, metadata: true });
  }
  hooks.onUnneeded(gone.flatMap(({ originals }) => originals));
  return { purged: purged.length, kept: kept.length, keptArticles: kept.slice(0, MOST_TOLD) };
}

/** The titles of removed briefs by the articles that they cite. `brief_source` knows of the others only. */
function citedByRemoved(db: Database): Map<number, string[]> {
  const rows = db
    .prepare<[], [articleId: number, title: string]>(
      `SELECT DISTINCT ${redirected('node.value')}, b.title FROM brief b, json_tree(b.document) AS node
       WHERE b.removed_at IS NOT NULL AND node.key = 'articleId' AND node.type = 'integer'`,
    )
    .raw()
    .all();
  const titles = new Map<number, string[]>();
  for (const [id, title] of rows) titles.set(id, [...(titles.get(id) ?? []), `${title} (removed)`]);
  return titles;
}

/** Those that a brief cites or a snippet quotes. */
function findNeeded(
  db: Database,
  ids: readonly number[],
  removed: ReadonlyMap<number, string[]>,
): KeptArticle[] {
  return db
    .prepare<[string], { id: number; title: string; briefs: string; quoted: 0 | 1 }>(
      `SELECT a.id, a.csl ->> '$.title' AS title,
         (SELECT json_group_array(b.title ORDER BY b.title) FROM brief_source s JOIN brief b ON b.id = s.brief_id
          WHERE s.article_id = a.id) AS briefs,
         EXISTS (
           SELECT 1 FROM article_version v JOIN snippet s ON s.version_id = v.id WHERE v.article_id = a.id
         ) AS quoted
       FROM json_each(?) AS wanted JOIN article a ON a.id = wanted.value`,
    )
    .all(JSON.stringify(ids))
    .map(({ quoted, briefs, ...row }) => ({
      ...row,
      quoted: quoted === 1,
      briefs: [...(JSON.parse(briefs) as string[]), ...(removed.get(row.id) ?? [])],
    }))
    .filter(({ briefs, quoted }) => quoted || briefs.length > 0)
    .map(({ id, title, briefs }) => ({ id, title, briefs }));
}

/** Deletes articles with all that is theirs. Returns the originals that no other version came from. */
function deleteRows(db: Database, ids: readonly number[]): string[] {
  const wanted = JSON.stringify(ids);
  const versions = 'SELECT id FROM article_version WHERE article_id IN (SELECT value FROM json_each(?))';
  const originals = db
    .prepare<[string], string>(
      'SELECT DISTINCT original_sha256 FROM article_version WHERE article_id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(wanted);
  db.prepare(`DELETE FROM highlight WHERE version_id IN (${versions})`).run(wanted);
  // Which version an article shows is checked at the end of the transaction: by then both are gone.
  db.prepare('DELETE FROM article_version WHERE article_id IN (SELECT value FROM json_each(?))').run(wanted);
  db.prepare('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))').run(wanted);
  const stillUsed = db
    .prepare<[string], number>('SELECT 1 FROM article_version WHERE original_sha256 = ?')
    .pluck();
  return originals.filter((sha256) => stillUsed.get(sha256) === undefined);
}
