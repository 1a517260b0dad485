/** Tags, and the articles that have them. */
import type { Tag } from '#contract/tags.ts';
import { DossierError } from '#contract/errors.ts';
import { redirected } from '../articles/redirects.ts';
import type { Database } from '../db/connect.ts';

export interface TagRow {
  id: number;
  name: string;
}

/** An article has a tag. */
export type TagPair = [articleId: number, tagId: number];

/**
 * All tags in alphabetical order, with how many articles outside the trash have each. The CROSS JOIN has SQLite
 * begin with the trash, which is little.
 */
export function listTags(db: Database): Tag[] {
  return db
    .prepare<[], Tag>(
      `SELECT t.id, t.name, coalesce(every.n, 0) - coalesce(trashed.n, 0) AS count FROM tag t
       LEFT JOIN (SELECT tag_id, count(*) AS n FROM article_tag GROUP BY tag_id) AS every ON every.tag_id = t.id
       LEFT JOIN (
         SELECT at.tag_id, count(*) AS n FROM article a CROSS JOIN article_tag at ON at.article_id = a.id
         WHERE a.trashed_at IS NOT NULL GROUP BY at.tag_id
       ) AS trashed ON trashed.tag_id = t.id`,
    )
    .all()
    .toSorted(byName);
}

/** The tags of these articles, in alphabetical order, with how many of them have each. */
export function tagsOf(db: Database, articleIds: Int32Array): Tag[] {
  return db
    .prepare<[string], Tag>(
      `SELECT t.id, t.name, count(*) AS count FROM json_each(?) AS wanted
       JOIN article_tag at ON at.article_id = wanted.value JOIN tag t ON t.id = at.tag_id GROUP BY t.id`,
    )
    .all(JSON.stringify([...articleIds]))
    .toSorted(byName);
}

/** Throws `not_found`. */
export function getTag(db: Database, id: number): TagRow {
  const row = db.prepare<[number], TagRow>('SELECT id, name FROM tag WHERE id = ?').get(id);
  if (row === undefined)
    throw new DossierError('not_found', 'This tag is no longer in the library. Nothing was changed.');
  return row;
}

/** The tag of this name, whatever its case; null where there is none. */
export function findTag(db: Database, name: string): TagRow | null {
  return (
    db.prepare<[string], TagRow>('SELECT id, name FROM tag WHERE name_key = ?').get(tagKey(name)) ?? null
  );
}

/** Throws where there is one of that name. With `id`, a tag that was removed comes back. */
export function insertTag(db: Database, name: string, id: number | null = null): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO tag (id, name, name_key) VALUES (?, ?, ?)')
    .run(id, name, tagKey(name));
  return Number(lastInsertRowid);
}

/** Throws `conflict` where another tag has the name. What lists and searches show of its articles has changed with it. */
export function renameTag(db: Database, { id, name }: TagRow): void {
  const rival = findTag(db, name);
  if (rival !== null && rival.id !== id)
    throw new DossierError(
      'conflict',
      `There is a tag named “${rival.name}” already. Merge the two, or choose another name.`,
    );
  db.prepare('UPDATE tag SET name = ?, name_key = ? WHERE id = ?').run(name, tagKey(name), id);
  db.prepare(
    `INSERT OR REPLACE INTO article_change (article_id, seq)
     SELECT article_id, (SELECT coalesce(max(seq), 0) + 1 FROM article_change) FROM article_tag WHERE tag_id = ?`,
  ).run(id);
}

/** Deletes a tag. Its articles must have lost it before. */
export function deleteTag(db: Database, id: number): void {
  db.prepare('DELETE FROM tag WHERE id = ?').run(id);
}

/** Deletes those of these tags that no article has. */
export function deleteUnused(db: Database, ids: readonly number[]): void {
  db.prepare(
    `DELETE FROM tag WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_id = tag.id)`,
  ).run(JSON.stringify(ids));
}

/** Gives articles tags. Returns what is new. */
export function addPairs(db: Database, articleIds: readonly number[], tagIds: readonly number[]): TagPair[] {
  return db
    .prepare<[string, string], TagPair>(
      `INSERT OR IGNORE INTO article_tag (article_id, tag_id)
       SELECT a.id, t.id FROM json_each(?) AS wanted JOIN article a ON a.id = ${redirected('wanted.value')}
       JOIN tag t ON t.id IN (SELECT value FROM json_each(?)) RETURNING article_id, tag_id`,
    )
    .raw()
    .all(JSON.stringify(articleIds), JSON.stringify(tagIds));
}

/** Takes tags from articles. Returns what went. */
export function takePairs(db: Database, articleIds: readonly number[], tagIds: readonly number[]): TagPair[] {
  return db
    .prepare<[string, string], TagPair>(
      `DELETE FROM article_tag WHERE article_id IN (SELECT value FROM json_each(?))
         AND tag_id IN (SELECT value FROM json_each(?)) RETURNING article_id, tag_id`,
    )
    .raw()
    .all(JSON.stringify(articleIds), JSON.stringify(tagIds));
}

/** The articles that have a tag, lowest first. */
export function articlesWith(db: Database, tagId: number): Int32Array {
  return Int32Array.from(
    db
      .prepare<[number], number>('SELECT article_id FROM article_tag WHERE tag_id = ? ORDER BY article_id')
      .pluck()
      .all(tagId),
  );
}

/** What tags are told apart by. */
export function tagKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const collator = new Intl.Collator(undefined, { numeric: true });
function byName(a: TagRow, b: TagRow): number {
  return collator.compare(a.name, b.name);
}
