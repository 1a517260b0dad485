import type { CitedIn } from '#contract/annotations.ts';
import { citationPlaces } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import { followRedirect, followRedirects } from '../articles/redirects.ts';
import type { Database } from '../db/connect.ts';
import { sentenceAround } from './sentence.ts';
import { getBrief } from './store.ts';

/** The briefs that cite an article, last edited first, with the sentence or quote of each citation. */
export function citedIn(db: Database, id: number): CitedIn {
  const articleId = followRedirect(db, id);
  const briefs = db
    .prepare<[number], number>(
      `SELECT b.id FROM brief_source s JOIN brief b ON b.id = s.brief_id
       WHERE s.article_id = ? AND b.removed_at IS NULL ORDER BY b.updated_at DESC, b.id DESC`,
    )
    .pluck()
    .all(articleId);
  return briefs.map((briefId) => {
    const brief = getBrief(db, briefId);
    const { title, language, updatedAt, document } = brief;
    const places = citationPlaces(documentAst(document, brief)).flatMap(
      ({ items, kind, text, at }, cluster) => {
        const named = items.map((item) => item.articleId);
        const place = followRedirects(db, named).indexOf(articleId);
        if (place < 0) return [];
        return [{ cluster, articleId: named[place]!, kind, ...sentenceAround(text, at, language, kind) }];
      },
    );
    return { briefId, title, language, updatedAt, places };
  });
}
