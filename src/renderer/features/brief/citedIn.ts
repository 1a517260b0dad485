import type { CitationLabels } from './labels/citationLabels.ts';

/** Most that are asked about at once. */
const MOST = 5000;

/** The sources that a brief cites, those at its end first. */
export function citedIn(citations: CitationLabels): number[] {
  const items = citations.state
    .get()
    .keys.toReversed()
    .flatMap((key) => citations.itemsOf(key) ?? []);
  return [...new Set(items.map(({ articleId }) => articleId))].slice(0, MOST);
}
