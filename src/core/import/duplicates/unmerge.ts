/** Takes a merge of two articles back. */
import { DossierError } from '#contract/errors.ts';
import { keepSources } from '../../briefs/sources.ts';
import { getBrief } from '../../briefs/store.ts';
import type { Database } from '../../db/connect.ts';

/** All columns of an article by their names. */
export type ArticleRow = Record<string, string | number | null> & {
  id: number;
  version_id: number;
  csl: string;
  unconfirmed: string;
  excerpt: 0 | 1;
  trashed_at: string | null;
  notes: string;
};

type Row = Record<string, string | number | null>;

/** What two articles were before they became one. */
export interface BeforeMerge {
  kept: ArticleRow;
  other: ArticleRow;
  /** The kept article as the merge left it. */
  merged: ArticleRow;
  /** The versions that were the other's. */
  versions: number[];
  /** Rows of the other, by table, and the keys of those that the kept article had as well. */
  rows: { table: string; key: string; other: Row[]; kept: number[] }[];
  pairs: { other: Row[]; kept: number[] };
  /** Ids that led to the other. */
  redirects: number[];
  /** Briefs that cited the other. */
  briefs: number[];
  /** The last snippet before the merge. */
  lastSnippet: number;
}

/** Columns that are set together. */
const COLUMN_GROUPS: readonly (readonly string[])[] = [
  ['csl', 'unconfirmed', 'title_key', 'author_key', 'publisher_key', 'url_key', 'doi_key', 'issued'],
  ['issued_not_before'],
  ['excerpt'],
  ['notes'],
  ['trashed_at'],
  ['starred'],
  ['read_at'],
  ['reliability'],
  ['credibility'],
];

export function rowOf(db: Database, id: number): ArticleRow | undefined {
  return db.prepare<[number], ArticleRow>('SELECT * FROM article WHERE id = ?').get(id);
}

/** To be taken in the transaction that merges, before anything is changed. */
export function snapshot(db: Database, kept: ArticleRow, other: ArticleRow): Omit<BeforeMerge, 'merged'> {
  const all = (sql: string, id: number): number[] => db.prepare<[number], number>(sql).pluck().all(id);
  const rows = (table: string, key: string): BeforeMerge['rows'][number] => ({
    table,
    key,
    other: db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE article_id = ?`).all(other.id),
    kept: all(`SELECT ${key} FROM ${table} WHERE article_id = ?`, kept.id),
  });
  const pairs = 'FROM duplicate WHERE ? IN (article_id, other_id)';
  return {
    kept,
    other,
    versions: all('SELECT id FROM article_version WHERE article_id = ?', other.id),
    rows: [rows('collection_article', 'collection_id'), rows('article_tag', 'tag_id')],
    pairs: {
      other: db.prepare<[number], Row>(`SELECT * ${pairs}`).all(other.id),
      kept: all(`SELECT id ${pairs}`, kept.id),
    },
    redirects: all('SELECT old_id FROM article_redirect WHERE article_id = ?', other.id),
    briefs: all('SELECT brief_id FROM brief_source WHERE article_id = ?', other.id),
    lastSnippet: db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM snippet').pluck().get()!,
  };
}

/**
 * Makes two articles of one again, each with what was its own. What was changed since the merge stays with the kept
 * article. Begins no transaction: the caller does. Throws `not_found` where the kept article is gone, `conflict`
 * where words of the other's text have been quoted since: the quote would name the wrong source.
 */
export function unmergeArticles(db: Database, before: BeforeMerge): void {
  const { kept, other, merged, versions } = before;
  const now = rowOf(db, kept.id);
  if (now === undefined)
    throw new DossierError(
      'not_found',
      'The merged article was deleted or merged into another one since. Nothing was changed.',
    );
  const moved = JSON.stringify(versions);
  const quoted = db
    .prepare<[string, number], number>(
      'SELECT 1 FROM snippet WHERE version_id IN (SELECT value FROM json_each(?)) AND id > ? LIMIT 1',
    )
    .get(moved, before.lastSnippet);
  if (quoted !== undefined)
    throw new DossierError(
      'conflict',
      'Words of this article were quoted since the merge, so that it can no longer be taken back. Nothing was changed.',
    );

  insertRow(db, 'article', other);
  db.prepare('UPDATE article_version SET article_id = ? WHERE id IN (SELECT value FROM json_each(?))').run(
    other.id,
    moved,
  );
  const shown = versions.includes(now.version_id) ? kept.version_id : now.version_id;
  const columns = COLUMN_GROUPS.filter((group) => group.every((name) => now[name] === merged[name])).flat();
  db.prepare(
    `UPDATE article SET ${['version_id', 'changed_at', ...columns].map((name) => `${name} = @${name}`).join(', ')}
     WHERE id = @id`,
  ).run({ ...kept, version_id: shown, changed_at: new Date().toISOString() });
  restoreRows(db, before);
  restorePairs(db, before);
  restoreCitations(db, before);
}

function restoreRows(db: Database, { kept, rows }: BeforeMerge): void {
  for (const { table, key, other, kept: had } of rows) {
    const parent = table === 'article_tag' ? 'tag' : 'collection';
    const exists = db.prepare<[unknown], number>(`SELECT 1 FROM ${parent} WHERE id = ?`).pluck();
    const take = db.prepare(`DELETE FROM ${table} WHERE article_id = ? AND ${key} = ?`);
    for (const row of other) {
      if (!had.includes(row[key] as number)) take.run(kept.id, row[key]);
      if (exists.get(row[key]) !== undefined) insertRow(db, table, row);
    }
  }
}

function restorePairs(db: Database, { kept, other, pairs }: BeforeMerge): void {
  const had = new Set(pairs.kept);
  const ids = db
    .prepare<[number], number>('SELECT id FROM duplicate WHERE ? IN (article_id, other_id)')
    .pluck()
    .all(kept.id);
  const partners = new Set(pairs.other.map((pair) => partnerOf(pair, other.id)));
  const pairOf = db.prepare<[number], Row>('SELECT * FROM duplicate WHERE id = ?');
  // Those that the merge made; what has been found since stays.
  for (const id of ids)
    if (!had.has(id) && partners.has(partnerOf(pairOf.get(id)!, kept.id)))
      db.prepare('DELETE FROM duplicate WHERE id = ?').run(id);
  for (const pair of pairs.other)
    if (rowOf(db, partnerOf(pair, other.id)) !== undefined) insertRow(db, 'duplicate', pair);
}

function partnerOf(pair: Row, id: number): number {
  return (pair['article_id'] === id ? pair['other_id'] : pair['article_id']) as number;
}

/** Briefs name the ids that they were written with: with the redirect gone, each citation is as it was. */
function restoreCitations(db: Database, { kept, other, redirects }: BeforeMerge): void {
  db.prepare('DELETE FROM article_redirect WHERE old_id = ?').run(other.id);
  db.prepare(
    'UPDATE article_redirect SET article_id = ? WHERE old_id IN (SELECT value FROM json_each(?))',
  ).run(other.id, JSON.stringify(redirects));
  const briefs = db
    .prepare<[number], number>('SELECT brief_id FROM brief_source WHERE article_id = ?')
    .pluck()
    .all(kept.id);
  for (const brief of briefs) keepSources(db, brief, getBrief(db, brief).document);
}

function insertRow(db: Database, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
}
