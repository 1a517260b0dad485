/** What a row of results shows. */
import type { ArticleHit, PassageHit } from '#contract/search.ts';
import { openPassage } from '../../app/workspace.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import type { Grouping } from './searchState.ts';

/** Shows the passage in the reader, with the words that were found. */
export function openHit(hit: PassageHit): void {
  openPassage({
    articleId: hit.articleId,
    versionId: hit.versionId,
    range: { start: hit.start, end: hit.end },
    matches: hit.matches,
  });
}

/** Opens an article at its best passage. */
export function openArticle({ articleId, versionId, passages: [best] }: ArticleHit): void {
  if (best === undefined) openPassage({ articleId, versionId });
  else openHit(best);
}

/** Passages that are not shown yet. */
export function moreOf({ count, passages }: ArticleHit): number {
  return Math.max(0, count - passages.length);
}

/** Options of a row: its passages and, where there are more, the line that unfolds them. */
export function optionsOf(article: ArticleHit | undefined, group: Grouping): number {
  if (article === undefined || group === 'article') return 1;
  return Math.max(1, article.passages.length + (moreOf(article) > 0 ? 1 : 0));
}

/** How far an excerpt is shown: its place in a row that shows only its first line, or its first few lines. */
const LEADS = { line: 20, lines: 80 } as const;

/**
 * The excerpt, beginning close enough to its first match that the lines shown hold it; ranges of matches in it. At
 * most so much stands before a match, in UTF-16 units, and half of that where more did.
 */
export function fromMatch(
  { excerpt, highlights }: Pick<PassageHit, 'excerpt' | 'highlights'>,
  shown: keyof typeof LEADS,
): { text: string; ranges: [number, number][] } {
  const [match] = highlights[0] ?? [0];
  const lead = LEADS[shown];
  if (match <= lead) return { text: excerpt, ranges: highlights };
  const before = excerpt.slice(match - lead / 2, match);
  // From the beginning of a word; where there are none, of a character.
  const skipped = before.search(/(?<=\s)\S/u);
  const from = match - before.slice(Math.max(0, skipped)).replace(/^[\p{M}\uDC00-\uDFFF]+/u, '').length;
  return {
    text: `…${excerpt.slice(from)}`,
    ranges: highlights.map(([start, end]) => [start - from + 1, end - from + 1]),
  };
}

/** `The Hankyoreh · 9 May 2023` */
export function sourceLine({ publication, issued }: Pick<ArticleHit, 'publication' | 'issued'>): string {
  return [publication, issued === null ? null : formatIsoDate(issued)]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Passages in the order given, under their articles in the order of their first passage. */
export function groupHits(hits: readonly PassageHit[]): ArticleHit[] {
  const articles = new Map<number, ArticleHit>();
  for (const hit of hits) {
    const { articleId, versionId, title, titleMatches, publication, issued } = hit;
    const article = articles.get(articleId);
    if (article === undefined)
      articles.set(articleId, {
        articleId,
        versionId,
        title,
        titleMatches,
        publication,
        issued,
        count: 1,
        passages: [hit],
      });
    else
      articles.set(articleId, { ...article, count: article.count + 1, passages: [...article.passages, hit] });
  }
  return [...articles.values()];
}

/** Id of the list of results. */
export const RESULTS = 'search-results';

export function optionId({ row, item }: { row: number; item: number }): string {
  return `${RESULTS}-${row}-${item}`;
}
