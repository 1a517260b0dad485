/** Takes a text that was attached to an article back. */
import { DossierError } from '#contract/errors.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import { createArticleWriter } from '../articles/add.ts';
import type { Database } from '../db/connect.ts';

/** What attaching a text may change of an article. */
export interface ArticleState {
  version: number;
  excerpt: 0 | 1;
  csl: string;
  unconfirmed: string;
  /** Ids, as a JSON array. */
  tags: string;
}

/** A text that was attached, with what its article was before and after. */
export interface Attached {
  articleId: number;
  before: ArticleState;
  after: ArticleState;
}

export function articleState(db: Database, articleId: number): ArticleState | undefined {
  return db
    .prepare<[number], ArticleState>(
      `SELECT version_id AS version, excerpt, csl, unconfirmed,
         (SELECT json_group_array(tag_id) FROM article_tag WHERE article_id = a.id) AS tags
       FROM article a WHERE id = ?`,
    )
    .get(articleId);
}

/**
 * Removes the text, with the tags and details that came with it; what was changed since stays. Begins no
 * transaction: the caller does. Throws `not_found` where the article is gone, `conflict` where words of the text
 * have been quoted or highlighted. Returns the original (SHA-256) that it came from.
 */
export function detachText(db: Database, { articleId, before, after }: Attached): string {
  const now = articleState(db, articleId);
  const text = db
    .prepare<[number, number], { sha256: string; used: 0 | 1 }>(
      `SELECT original_sha256 AS sha256,
         EXISTS (SELECT 1 FROM snippet WHERE version_id = v.id) OR
         EXISTS (SELECT 1 FROM highlight WHERE version_id = v.id) AS used
       FROM article_version v WHERE id = ? AND article_id = ?`,
    )
    .get(after.version, articleId);
  if (now === undefined || text === undefined)
    throw new DossierError(
      'not_found',
      'The article was deleted or merged into another one since. Nothing was changed.',
    );
  if (text.used === 1)
    throw new DossierError(
      'conflict',
      'Words of this text were quoted or highlighted since, so that it can no longer be taken back. Nothing was changed.',
    );
  if (now.version === after.version)
    db.prepare('UPDATE article SET version_id = ?, excerpt = ?, changed_at = ? WHERE id = ?').run(
      before.version,
      before.excerpt,
      new Date().toISOString(),
      articleId,
    );
  db.prepare('DELETE FROM article_version WHERE id = ?').run(after.version);
  if (now.csl === after.csl && now.unconfirmed === after.unconfirmed)
    createArticleWriter(db).setMetadata(
      articleId,
      JSON.parse(before.csl) as CslItem,
      JSON.parse(before.unconfirmed) as CslField[],
    );
  db.prepare(
    `DELETE FROM article_tag WHERE article_id = ? AND tag_id IN (SELECT value FROM json_each(?))
       AND tag_id NOT IN (SELECT value FROM json_each(?))`,
  ).run(articleId, after.tags, before.tags);
  return text.sha256;
}
