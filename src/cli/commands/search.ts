import { setTimeout } from 'node:timers/promises';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { emphasise, plain, print, sourceLine } from '../output.ts';

export interface SearchOptions extends CommonOptions {
  publication?: string[];
  year?: number[];
  limit: number;
  sort: 'best' | 'newest';
}

/** Prints the passages that a query finds, and what the query could not be read as. */
export async function searchPassages(words: string[], options: SearchOptions): Promise<void> {
  const found = await withLibrary(options, { create: false }, async (library) => {
    await indexReady(library);
    return library.call('search.passages', {
      query: words.join(' '),
      limit: options.limit,
      sort: options.sort,
      ...(options.publication === undefined ? {} : { publications: options.publication }),
      ...(options.year === undefined ? {} : { years: options.year }),
    });
  });
  const hits = found.hits.map((hit) => ({ id: hit.articleId, ...hit }));
  print(options, hits, () => [
    ...hits.flatMap((hit) => [
      `${hit.id}\t${sourceLine(hit.title, hit.publication, hit.issued)}`,
      `\t${emphasise(hit.excerpt, hit.highlights)}`,
    ]),
    `${found.total} ${found.total === 1 ? 'passage' : 'passages'} found, ${hits.length} shown.`,
    ...(found.problem === null ? [] : [plain(found.problem)]),
    ...(found.didYouMean === null ? [] : [plain(`Did you mean: ${found.didYouMean.query}`)]),
  ]);
}

/** A command has one look only: it waits until everything can be found. */
async function indexReady(library: OpenLibrary): Promise<void> {
  while (!(await library.call('search.status', {})).ready) await setTimeout(50);
}
