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
    const { articleId, versionId, title, publication, issued } = hit;
    const article = articles.get(articleId);
    if (article === undefined)
      articles.set(articleId, {
        articleId,
        versionId,
        title,
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
