import type { CitationItem } from '#domain/citation.ts';
import { openPassage } from '../../app/workspace.ts';
import type { CitationsState } from './labels/citationLabels.ts';

/** Shows in the reader what a citation refers to: the exact passage where it has one, else the article. */
export function openSource(item: CitationItem, { snippets }: Pick<CitationsState, 'snippets'>): void {
  const snippet = item.snippetId === undefined ? undefined : snippets.get(item.snippetId);
  if (snippet === undefined) return openPassage({ articleId: item.articleId });
  const { articleId, versionId, start, end } = snippet;
  openPassage({ articleId, versionId, range: { start, end } });
}
