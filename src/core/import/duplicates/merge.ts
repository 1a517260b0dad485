/** Makes one article of two. */
import type { CslField, CslItem } from '#domain/csl.ts';
import { createArticleWriter } from '../../articles/add.ts';
import { articleNotFound } from '../../articles/store.ts';
import type { Database } from '../../db/connect.ts';
import { completed } from './sameSource.ts';
import { type ArticleRow, type BeforeMerge, rowOf, snapshot } from './unmerge.ts';

/**
 * The article `keepId` takes over everything of `otherId`, which is gone afterwards: its versions with the quotes and
 * highlights in them, its places in collections and tags, star, notes and grades; what an analyst confirmed of its
 * metadata where that is not confirmed here. Briefs go on naming the old id, which leads to the kept article.
 * `latest` says whose text is the latest version from now on; one without words never is where the other has some.
 * Begins no transaction: the caller does. Returns what `unmergeArticles` needs. Throws `not_found`.
 */
export function mergeArticles(
  db: Database,
  keepId: number,
  otherId: number,
  latest: 'keep' | 'other',
): BeforeMerge {
  const kept = rowOf(db, keepId);
  const other = rowOf(db, otherId);
  if (kept === undefined) throw articleNotFound(keepId);
  if (other === undefined) throw articleNotFound(otherId);
  const before = snapshot(db, kept, other);
  const ids = { keep: keepId, other: otherId };
  const shown = latestOf(db, kept, other, latest);

  db.prepare('UPDATE article_version SET article_id = @keep WHERE article_id = @other').run(ids);
  mergeMetadata(db, kept, other);
  db.prepare(
    `UPDATE article SET
       version_id = @version, excerpt = @excerpt, notes = @notes, trashed_at = @trashed, changed_at = @now,
       issued_not_before = coalesce(article.issued_not_before, o.issued_not_before),
       starred = max(article.starred, o.starred), read_at = coalesce(article.read_at, o.read_at),
       reliability = coalesce(article.reliability, o.reliability),
       credibility = coalesce(article.credibility, o.credibility)
     FROM article o WHERE o.id = @other AND article.id = @keep`,
  ).run({
    ...ids,
    version: shown.version_id,
    excerpt: shown.excerpt,
    notes: mergeNotes(kept.notes, other.notes),
    // What was in the library in either form stays in it.
    trashed: kept.trashed_at === null || other.trashed_at === null ? null : kept.trashed_at,
    now: new Date().toISOString(),
  });
  moveRows(db, 'collection_article', 'collection_id, added_at', ids);
  moveRows(db, 'article_tag', 'tag_id', ids);
  moveRows(db, 'brief_source', 'brief_id', ids);
  movePairs(db, ids);
  db.prepare('UPDATE article_redirect SET article_id = @keep WHERE article_id = @other').run(ids);
  db.prepare('INSERT OR REPLACE INTO article_redirect (old_id, article_id) VALUES (@other, @keep)').run(ids);
  db.prepare('DELETE FROM article WHERE id = @other').run(ids);
  return { ...before, merged: rowOf(db, keepId)! };
}

function latestOf(db: Database, kept: ArticleRow, other: ArticleRow, latest: 'keep' | 'other'): ArticleRow {
  const [wished, second] = latest === 'keep' ? [kept, other] : [other, kept];
  const words = db.prepare<[number], number>('SELECT words FROM article_version WHERE id = ?').pluck();
  return words.get(wished.version_id) === 0 && words.get(second.version_id) !== 0 ? second : wished;
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

/** Pairs with the other article become pairs with the kept one, unless there is such a pair. */
function movePairs(db: Database, ids: { keep: number; other: number }): void {
  db.prepare(
    `INSERT OR IGNORE INTO duplicate (article_id, other_id, reason, similarity, found_at, kept_at)
     SELECT min(@keep, x.partner), max(@keep, x.partner), x.reason, x.similarity, x.found_at, x.kept_at FROM (
       SELECT CASE article_id WHEN @other THEN other_id ELSE article_id END AS partner,
         reason, similarity, found_at, kept_at
       FROM duplicate WHERE @other IN (article_id, other_id)) AS x
     WHERE x.partner <> @keep
       -- A pair found by its address has the newer article second, whichever number is higher.
       AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.article_id = max(@keep, x.partner)
         AND d.other_id = min(@keep, x.partner))`,
  ).run(ids);
  db.prepare('DELETE FROM duplicate WHERE @other IN (article_id, other_id)').run(ids);
}
