import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { cslDateToIso } from '#domain/csl.ts';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { print, sourceLine } from '../output.ts';

const PAGE = 1000;

/** Lists the articles of the library, newest import first. */
export async function listArticles(options: CommonOptions): Promise<void> {
  const articles = await withLibrary(options, { create: false }, all);
  const rows = articles.map((article) => ({
    ...article,
    publication: publicationName(article),
    issued: article.csl.issued === undefined ? null : cslDateToIso(article.csl.issued),
  }));
  print(options, rows, () =>
    rows.map((row) => `${row.id}\t${sourceLine(row.title, row.publication, row.issued)}`),
  );
}

async function all(library: OpenLibrary): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = [];
  for (;;) {
    const page = await library.call('articles.list', { offset: articles.length, limit: PAGE });
    articles.push(...page.articles);
    if (page.articles.length < PAGE) return articles;
  }
}
