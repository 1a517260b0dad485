import type { CitedIn } from '#contract/annotations.ts';
import { citationPlaces } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import type { Database } from '../db/connect.ts';
import { sentenceAround } from './sentence.ts';
import { getBrief } from './store.ts';

/** The briefs that cite an article, last edited first, with the sentence or quote of each citation. */
export function citedIn(db: Database, articleId: number): CitedIn {
  const briefs = db
    .prepare<[number], number>(
      `SELECT b.id FROM brief_source s JOIN brief b ON b.id = s.brief_id
       WHERE s.article_id = ? AND b.removed_at IS NULL ORDER BY b.updated_at DESC, b.id DESC`,
    )
    .pluck()
    .all(articleId);
  return briefs.map((briefId) => {
    const { title, language, updatedAt, document } = getBrief(db, briefId);
    const places = citationPlaces(documentAst(document)).flatMap(({ items, kind, text, at }, cluster) =>
      items.some((item) => item.articleId === articleId)
        ? [{ cluster, kind, ...sentenceAround(text, at, language, kind) }]
        : [],
    );
    return { briefId, title, language, updatedAt, places };
  });
}
