/** Gathers a brief with all that it rests on, for a PDF that can be opened again. */
import type { SuggestionChoice } from '#contract/export.ts';
import type { Brief } from '#domain/brief.ts';
import { BRIEF_DATA_VERSION, type BriefData, type BriefSource } from '#domain/briefData.ts';
import { withoutThreads } from '#domain/document/comments.ts';
import { acceptedRoot, rejectedRoot } from '#domain/document/suggestions/settle.ts';
import { getArticle } from '../../articles/store.ts';
import { keysOf } from '../../citations/keys/keys.ts';
import type { Database } from '../../db/connect.ts';
import { getSnippets } from '../../snippets/store.ts';
import { idsIn } from './cited.ts';

export interface CollectOptions {
  /** What became of suggested changes in the pages: what was refused, or is commented on, does not go out with them. */
  suggestions: SuggestionChoice;
  /** Names of the pictures by their SHA-256. */
  pictures: ReadonlyMap<string, string>;
}

/** The same brief gives the same data. Comments, notes and highlights on sources are no part of it. */
export function collectBrief(
  db: Database,
  brief: Brief,
  { suggestions, pictures }: CollectOptions,
): BriefData {
  const {
    document,
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    ...settings
  } = brief;
  const settle = suggestions === 'accepted' ? acceptedRoot : rejectedRoot;
  const root = withoutThreads(settle(document.root));
  const ids = idsIn(root);
  const snippets = getSnippets(db, ids.snippets);
  const keys = keysOf(db, ids.articles);
  const sources = ids.articles.flatMap((articleId): BriefSource[] => {
    const latest = getArticle(db, articleId);
    if (latest === null) return [];
    const quoted = snippets
      .filter((snippet) => snippet.articleId === latest.id)
      .map(({ versionId }) => versionId);
    const versions = [...new Set([...quoted, latest.versionId])]
      .toSorted((a, b) => a - b)
      .flatMap((versionId) => getArticle(db, articleId, versionId) ?? []);
    const { csl, unconfirmed, issuedNotBefore, excerpt, grade } = latest;
    const key = keys.get(articleId);
    return [
      {
        id: articleId,
        csl: key === undefined ? csl : { ...csl, 'citation-key': key },
        unconfirmed,
        issuedNotBefore,
        excerpt,
        grade,
        versions: versions.map(({ versionId, content, originalSha256, originalName }) => ({
          id: versionId,
          content,
          originalSha256,
          originalName,
        })),
      },
    ];
  });
  return {
    format: 'dossier-brief',
    formatVersion: BRIEF_DATA_VERSION,
    settings,
    document: { ...document, root },
    sources,
    snippets: snippets.map(({ id, versionId, start, end, exact }) => ({ id, versionId, start, end, exact })),
    pictures: [...pictures].map(([sha256, name]) => ({ sha256, name })),
  };
}
