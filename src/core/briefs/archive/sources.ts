/** Finds the sources of a brief that came from elsewhere in this library, or adds them. Nothing that is there changes. */
import type { BriefData, BriefSource } from '#domain/briefData.ts';
import { createArticleWriter } from '../../articles/add.ts';
import { getArticle } from '../../articles/store.ts';
import type { Database } from '../../db/connect.ts';
import { createSnippet } from '../../snippets/store.ts';

export interface PlacedSources {
  /** Articles of this library by the ids of the brief. */
  articles: ReadonlyMap<number, number>;
  /** Versions likewise. */
  versions: ReadonlyMap<number, { articleId: number; versionId: number }>;
  added: number[];
}

/**
 * A source is known by the file that a version of it was read from. Of one that is known, versions that are not here
 * are added behind its latest, which stays the latest. Begins no transaction.
 */
export function placeSources(db: Database, sources: readonly BriefSource[]): PlacedSources {
  const writer = createArticleWriter(db);
  const known = db.prepare<[string], { articleId: number; versionId: number }>(
    'SELECT article_id AS articleId, id AS versionId FROM article_version WHERE original_sha256 = ?',
  );
  const latestOf = db.prepare<[number], { versionId: number; excerpt: number }>(
    'SELECT version_id AS versionId, excerpt FROM article WHERE id = ?',
  );
  const setLatest = db.prepare('UPDATE article SET version_id = ?, excerpt = ? WHERE id = ?');
  const setGrade = db.prepare('UPDATE article SET reliability = ?, credibility = ? WHERE id = ?');
  const articles = new Map<number, number>();
  const versions = new Map<number, { articleId: number; versionId: number }>();
  const added: number[] = [];
  for (const { id, versions: carried, grade, ...metadata } of sources) {
    const found = carried.flatMap(({ originalSha256 }) => known.get(originalSha256) ?? []);
    let articleId = found[0]?.articleId ?? null;
    const latest = articleId === null ? null : latestOf.get(articleId)!;
    for (const { id: versionId, content, originalSha256: sha256, originalName: name } of carried) {
      const here = known.get(sha256);
      const version = { content, original: { sha256, name } };
      if (here !== undefined) versions.set(versionId, here);
      else if (articleId === null) {
        const article = writer.add({ metadata, ...version });
        ({ articleId } = article);
        added.push(articleId);
        setGrade.run(grade.reliability, grade.credibility, articleId);
        versions.set(versionId, article);
      } else {
        const { excerpt } = metadata;
        versions.set(versionId, {
          articleId,
          versionId: writer.addVersion(articleId, { ...version, excerpt }),
        });
      }
    }
    if (latest !== null && articleId !== null) setLatest.run(latest.versionId, latest.excerpt, articleId);
    articles.set(id, articleId!);
  }
  return { articles, versions, added };
}

/**
 * The snippets of a brief in this library, by their ids there. Where a text was read otherwise here, the words are looked
 * for in it; those that do not stand in it once, and once only, are left out.
 */
export function placeSnippets(
  db: Database,
  snippets: BriefData['snippets'],
  { versions }: PlacedSources,
): Map<number, number> {
  const placed = new Map<number, number>();
  for (const { id, versionId, start, end, exact } of snippets) {
    const version = versions.get(versionId);
    const text =
      version === undefined ? '' : getArticle(db, version.articleId, version.versionId)!.content.text;
    const at = text.slice(start, end) === exact ? start : onlyPlace(text, exact);
    if (version === undefined || at === null) continue;
    placed.set(id, createSnippet(db, { ...version, start: at, end: at + exact.length }).id);
  }
  return placed;
}

function onlyPlace(text: string, words: string): number | null {
  const at = text.indexOf(words);
  return at === -1 || text.includes(words, at + 1) ? null : at;
}
