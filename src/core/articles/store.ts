/** Articles and their versions in `library.sqlite`. */
import { isDeepStrictEqual } from 'node:util';
import type { ArticleVersion } from '#contract/annotations.ts';
import { DossierError } from '#contract/errors.ts';
import type { Article, ArticleContent, ArticleSummary } from '#domain/article.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import type { Grade } from '#domain/grade.ts';
import { keysOf, setKey } from '../citations/keys/keys.ts';
import type { Database } from '../db/connect.ts';
import { metadataColumns } from './columns.ts';
import { followRedirect, redirected } from './redirects.ts';

interface SummaryRow {
  id: number;
  version_id: number;
  csl: string;
  unconfirmed: string;
  issued_not_before: string | null;
  excerpt: 0 | 1;
  added_at: string;
  words: number;
  starred: 0 | 1;
  read: 0 | 1;
  trashed: 0 | 1;
  reliability: Grade['reliability'];
  credibility: Grade['credibility'];
  tags: string;
}

interface ArticleRow extends SummaryRow {
  shown_version: number;
  original_sha256: string;
  original_name: string;
  blocks: string;
  note_refs: string;
  marks: string;
  text: string;
  pages: string;
}

const COLUMNS = `a.id, a.version_id, a.csl, a.unconfirmed, a.issued_not_before, a.excerpt, a.added_at, v.words,
  a.starred, a.read_at IS NOT NULL AS read, a.trashed_at IS NOT NULL AS trashed, a.reliability, a.credibility,
  (SELECT json_group_array(t.name ORDER BY t.name_key) FROM article_tag at JOIN tag t ON t.id = at.tag_id
   WHERE at.article_id = a.id) AS tags`;
/** One article with the text of its latest version or of another one of it; null where there is none. */
export function getArticle(db: Database, id: number, versionId?: number): Article | null {
  const row = db
    .prepare<[{ versionId: number | null; id: number }], ArticleRow>(
      `SELECT ${COLUMNS}, v.id AS shown_version, v.original_sha256, v.original_name, v.blocks, v.note_refs, v.marks, v.text, v.pages
       FROM article a JOIN article_version v ON v.id = coalesce(@versionId, a.version_id) AND v.article_id = a.id
       WHERE a.id = ${redirected('@id')}`,
    )
    .get({ versionId: versionId ?? null, id });
  if (row === undefined) return null;
  const pages = JSON.parse(row.pages) as NonNullable<ArticleContent['pages']>;
  return {
    ...toSummary(row),
    versionId: row.shown_version,
    content: {
      text: row.text,
      blocks: JSON.parse(row.blocks) as ArticleContent['blocks'],
      noteRefs: JSON.parse(row.note_refs) as ArticleContent['noteRefs'],
      marks: JSON.parse(row.marks) as ArticleContent['marks'],
      ...(pages.length > 0 && { pages }),
    },
    originalSha256: row.original_sha256,
    originalName: row.original_name,
  };
}

/** The versions of an article's text, newest first. Throws `not_found` where there is no such article. */
export function listVersions(db: Database, id: number): ArticleVersion[] {
  const rows = db
    .prepare<[number], Omit<ArticleVersion, 'latest'> & { latest: 0 | 1 }>(
      `SELECT v.id, v.created_at AS createdAt, v.original_name AS originalName, v.words,
         v.id = a.version_id AS latest
       FROM article_version v JOIN article a ON a.id = v.article_id WHERE a.id = ? ORDER BY v.id DESC`,
    )
    .all(followRedirect(db, id));
  if (rows.length === 0) throw articleNotFound(id);
  return rows.map((row) => ({ ...row, latest: row.latest === 1 }));
}

/**
 * The articles among `ids` that the library holds, in that order. One that was merged into another stands for it
 * under the id that was asked for.
 */
export function getSummaries(db: Database, ids: readonly number[]): ArticleSummary[] {
  return db
    .prepare<[string], SummaryRow & { asked: number }>(
      `SELECT ${COLUMNS}, wanted.value AS asked
       FROM json_each(?) AS wanted JOIN article a ON a.id = ${redirected('wanted.value')}
       JOIN article_version v ON v.id = a.version_id ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map(({ asked, ...row }) => ({ ...toSummary(row), id: asked }));
}

/** The metadata, as JSON, of the articles among `ids` that the library holds, as `getSummaries` finds them. */
export function getMetadataJson(db: Database, ids: readonly number[]): Map<number, string> {
  const rows = db
    .prepare<[string], [id: number, csl: string]>(
      `SELECT wanted.value, a.csl FROM json_each(?) AS wanted
       JOIN article a ON a.id = ${redirected('wanted.value')} ORDER BY wanted.key`,
    )
    .raw()
    .all(JSON.stringify(ids));
  return new Map(rows);
}

/** What an article said before its metadata were replaced. */
interface BeforeUpdate {
  csl: CslItem;
  unconfirmed: readonly CslField[];
  /** Its citation key where that was replaced, too. */
  key: string | null;
}

/**
 * Replaces the metadata. A field that changed or that is accepted is confirmed by that. Without a `citation-key` the
 * article keeps the one that it has. Throws `not_found`; `invalid_input` and `conflict` as `setKey` does.
 */
export function updateMetadata(
  db: Database,
  { id, csl, accept }: { id: number; csl: CslItem; accept: readonly CslField[] },
): { article: ArticleSummary; before: BeforeUpdate } {
  return db
    .transaction(() => {
      const before = getSummaries(db, [id])[0];
      if (before === undefined) throw articleNotFound(id);
      const articleId = followRedirect(db, id);
      const key = csl['citation-key'];
      const had = key === undefined ? null : (keysOf(db, [articleId]).get(articleId) ?? null);
      if (key !== undefined && key !== had) setKey(db, articleId, key);
      const unconfirmed = before.unconfirmed.filter(
        (field) => !accept.includes(field) && isDeepStrictEqual(before.csl[field], csl[field]),
      );
      putMetadata(db, articleId, csl, unconfirmed);
      return {
        article: getSummaries(db, [id])[0]!,
        before: { csl: before.csl, unconfirmed: before.unconfirmed, key: key === had ? null : had },
      };
    })
    .immediate();
}

/** Puts back the fields that an update changed; what was changed since in others stays. */
export function restoreMetadata(db: Database, updated: ArticleSummary, before: BeforeUpdate): void {
  db.transaction(() => {
    const articleId = followRedirect(db, updated.id);
    const now = getSummaries(db, [articleId])[0];
    if (now === undefined) throw articleNotFound(updated.id);
    const fields = new Set([...Object.keys(updated.csl), ...Object.keys(before.csl)] as CslField[]);
    const changed = [...fields].filter((field) => !isDeepStrictEqual(updated.csl[field], before.csl[field]));
    const kept = Object.entries(now.csl).filter(([field]) => !changed.includes(field as CslField));
    const restored = changed.map((field) => [field, before.csl[field]] as const);
    const all = [...kept, ...restored].filter(([, value]) => value !== undefined);
    putMetadata(db, articleId, Object.fromEntries(all) as CslItem, before.unconfirmed);
    if (before.key !== null) setKey(db, articleId, before.key);
  }).immediate();
}

function putMetadata(db: Database, id: number, csl: CslItem, unconfirmed: readonly CslField[]): void {
  db.prepare(
    `UPDATE article SET csl = @csl, unconfirmed = @unconfirmed, title_key = @titleKey,
       author_key = @authorKey, publisher_key = @publisherKey, url_key = @urlKey, doi_key = @doiKey, issued = @issued,
       changed_at = @now WHERE id = @id`,
  ).run({ ...metadataColumns(csl, unconfirmed), now: new Date().toISOString(), id });
}

export function articleNotFound(id: number, versionId?: number): DossierError {
  const version = versionId === undefined ? '' : ` with a version ${versionId}`;
  return new DossierError('not_found', `The library holds no article with the number ${id}${version}.`);
}

function toSummary(row: SummaryRow): ArticleSummary {
  const csl = JSON.parse(row.csl) as CslItem;
  return {
    id: row.id,
    versionId: row.version_id,
    title: csl.title,
    csl,
    unconfirmed: JSON.parse(row.unconfirmed) as CslField[],
    issuedNotBefore: row.issued_not_before,
    excerpt: row.excerpt === 1,
    addedAt: row.added_at,
    words: row.words,
    starred: row.starred === 1,
    read: row.read === 1,
    trashed: row.trashed === 1,
    grade: { reliability: row.reliability, credibility: row.credibility },
    tags: JSON.parse(row.tags) as string[],
  };
}

/** Where the pages of a version begin; none where its source has no pages. */
export function pagesOfVersion(db: Database, versionId: number): NonNullable<ArticleContent['pages']> {
  const json = db
    .prepare<[number], string>('SELECT pages FROM article_version WHERE id = ?')
    .pluck()
    .get(versionId);
  return JSON.parse(json ?? '[]') as NonNullable<ArticleContent['pages']>;
}
