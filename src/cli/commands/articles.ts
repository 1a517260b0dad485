import { DossierError } from '#contract/errors.ts';
import type { Scope } from '#contract/organise.ts';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { cslDateToIso } from '#domain/csl.ts';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { print, sourceLine } from '../output.ts';

const PAGE = 1000;

interface ArticleOptions extends CommonOptions {
  tag?: string;
  collection?: string;
  trash?: boolean;
}

/** Lists the articles of the library or of a part of it, newest import first. */
export async function listArticles(options: ArticleOptions): Promise<void> {
  const articles = await withLibrary(options, { create: false }, async (library) =>
    all(library, await scopeOf(library, options)),
  );
  const rows = articles.map((article) => ({
    ...article,
    publication: publicationName(article),
    issued: article.csl.issued === undefined ? null : cslDateToIso(article.csl.issued),
  }));
  print(options, rows, () =>
    rows.map((row) => `${row.id}\t${sourceLine(row.title, row.publication, row.issued)}`),
  );
}

async function all(library: OpenLibrary, scope: Scope): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = [];
  for (;;) {
    const page = await library.call('articles.list', { ...scope, offset: articles.length, limit: PAGE });
    articles.push(...page.articles);
    if (page.articles.length < PAGE) return articles;
  }
}

/** The part of the library that the options name. */
export async function scopeOf(
  library: OpenLibrary,
  { tag, collection, trash }: Pick<ArticleOptions, 'tag' | 'collection' | 'trash'>,
): Promise<Scope> {
  const scope: Scope = { view: trash === true ? 'trash' : 'all' };
  if (tag !== undefined) scope.tagId = theOne(await library.call('tags.list', {}), 'tag', tag);
  if (collection !== undefined)
    scope.collectionId = theOne(await library.call('collections.list', {}), 'collection', collection);
  return scope;
}

/** The id of the only one of that name, whatever its case. */
function theOne(named: readonly { id: number; name: string }[], kind: string, name: string): number {
  const found = named.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (found.length > 1)
    throw new DossierError(
      'conflict',
      `The library has ${found.length} collections named “${name}”: rename one of them.`,
    );
  if (found[0] === undefined)
    throw new DossierError('not_found', `The library has no ${kind} named “${name}”.`);
  return found[0].id;
}
