/** Makes one article of two. */
import type { CslField, CslItem } from '#domain/csl.ts';
import { createArticleWriter } from '../../articles/add.ts';
import { replaceIds } from '../../articles/redirects.ts';
import { articleNotFound } from '../../articles/store.ts';
import type { Database } from '../../db/connect.ts';
import { completed } from './sameSource.ts';

interface ArticleRow {
  id: number;
  version_id: number;
  csl: string;
  unconfirmed: string;
  trashed_at: string | null;
  notes: string;
}

/**
 * The article `keepId` takes over everything of `otherId`, which is gone afterwards: its versions with the quotes and
 * highlights in them, its places in briefs, collections and tags, star, notes and grades; what an analyst confirmed
 * of its metadata where that is not confirmed here. `latest` says whose text is the latest version from now on.
 * Begins no transaction: the caller does. Returns the briefs whose documents changed. Throws `not_found`.
 */
export function mergeArticles(
  db: Database,
  keepId: number,
  otherId: number,
  latest: 'keep' | 'other',
): { briefs: number[] } {
  const kept = getRow(db, keepId);
  const other = getRow(db, otherId);
  const ids = { keep: keepId, other: otherId };
  db.prepare('UPDATE article_version SET article_id = @keep WHERE article_id = @other').run(ids);
  mergeMetadata(db, kept, other);
  db.prepare(
    `UPDATE article SET
       version_id = @version, notes = @notes, trashed_at = @trashed, changed_at = @now,
       starred = max(article.starred, o.starred), read_at = coalesce(article.read_at, o.read_at),
       reliability = coalesce(article.reliability, o.reliability),
       credibility = coalesce(article.credibility, o.credibility)
     FROM article o WHERE o.id = @other AND article.id = @keep`,
  ).run({
    ...ids,
    version: latest === 'other' ? other.version_id : kept.version_id,
    notes: mergeNotes(kept.notes, other.notes),
    // What was in the library in either form stays in it.
    trashed: kept.trashed_at === null || other.trashed_at === null ? null : kept.trashed_at,
    now: new Date().toISOString(),
  });
  for (const table of ['collection_article', 'article_tag'])
    moveRows(db, table, table === 'article_tag' ? 'tag_id' : 'collection_id, added_at', ids);
  const briefs = moveCitations(db, keepId, otherId);
  movePairs(db, keepId, otherId);
  db.prepare('UPDATE article_redirect SET article_id = @keep WHERE article_id = @other').run(ids);
  db.prepare('INSERT OR REPLACE INTO article_redirect (old_id, article_id) VALUES (@other, @keep)').run(ids);
  db.prepare('DELETE FROM article WHERE id = @other').run(ids);
  return { briefs };
}

function getRow(db: Database, id: number): ArticleRow {
  const row = db
    .prepare<[number], ArticleRow>(
      'SELECT id, version_id, csl, unconfirmed, trashed_at, notes FROM article WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw articleNotFound(id);
  return row;
}

/** What an analyst confirmed wins over what was inferred; beyond that the kept article's own. */
function mergeMetadata(db: Database, kept: ArticleRow, other: ArticleRow): void {
  const more = JSON.parse(other.csl) as CslItem;
  const unsure = JSON.parse(other.unconfirmed) as CslField[];
  const sure = Object.fromEntries(
    Object.entries(more).filter(([field]) => !unsure.includes(field as CslField)),
  ) as CslItem;
  const own = {
    csl: JSON.parse(kept.csl) as CslItem,
    unconfirmed: JSON.parse(kept.unconfirmed) as CslField[],
  };
  const confirmed = completed(own, sure, { unconfirmed: [], replace: true }) ?? own;
  const all = completed(confirmed, more, { unconfirmed: unsure, replace: false }) ?? confirmed;
  if (all !== own) createArticleWriter(db).setMetadata(kept.id, all.csl, all.unconfirmed);
}

function mergeNotes(kept: string, other: string): string {
  if (other === '' || other === kept) return kept;
  return kept === '' ? other : `${kept}\n\n${other}`;
}

function moveRows(db: Database, table: string, columns: string, ids: { keep: number; other: number }): void {
  db.prepare(
    `INSERT OR IGNORE INTO ${table} (article_id, ${columns}) SELECT @keep, ${columns} FROM ${table} WHERE article_id = @other`,
  ).run(ids);
  db.prepare(`DELETE FROM ${table} WHERE article_id = @other`).run(ids);
}

/** In all briefs, removed ones too: they may come back. An open editor's next save is redirected as well. */
function moveCitations(db: Database, keep: number, other: number): number[] {
  const briefs = db
    .prepare<[number], { id: number; document: string }>(
      `SELECT id, document FROM brief WHERE EXISTS (SELECT 1 FROM json_tree(brief.document) AS node
         WHERE node.key = 'articleId' AND node.value = ?)`,
    )
    .all(other);
  const save = db.prepare('UPDATE brief SET document = ? WHERE id = ?');
  for (const { id, document } of briefs)
    save.run(JSON.stringify(replaceIds(JSON.parse(document), new Map([[other, keep]]))), id);
  moveRows(db, 'brief_source', 'brief_id', { keep, other });
  return briefs.map(({ id }) => id);
}

/** Pairs with the other article become pairs with the kept one, unless there is such a pair. */
function movePairs(db: Database, keep: number, other: number): void {
  const ids = { keep, other };
  db.prepare(
    `INSERT OR IGNORE INTO duplicate (article_id, other_id, reason, similarity, found_at, kept_at)
     SELECT min(@keep, x.partner), max(@keep, x.partner), x.reason, x.similarity, x.found_at, x.kept_at FROM (
       SELECT CASE article_id WHEN @other THEN other_id ELSE article_id END AS partner,
         reason, similarity, found_at, kept_at
       FROM duplicate WHERE @other IN (article_id, other_id)) AS x
     WHERE x.partner <> @keep`,
  ).run(ids);
  db.prepare('DELETE FROM duplicate WHERE @other IN (article_id, other_id)').run(ids);
}
