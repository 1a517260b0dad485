import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { authorLine, cslDateToIso } from '#domain/csl.ts';
import { formatIsoDate } from '../../../ui/dates.ts';

/** `Author, Title, Publication, 9 May 2023`, with what there is; the date as `language` writes it, or the window. */
export function sourceName(article: ArticleSummary, language?: string): string {
  const { issued } = article.csl;
  const author = authorLine(article.csl);
  const publication = publicationName(article);
  return [
    author,
    article.title,
    publication === author ? null : publication,
    issued && formatIsoDate(cslDateToIso(issued), language),
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ');
}
