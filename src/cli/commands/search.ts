import { setTimeout } from 'node:timers/promises';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { emphasise, print, sourceLine } from '../output.ts';

export interface SearchOptions extends CommonOptions {
  publication?: string[];
  year?: number[];
  limit: number;
}

/** Prints the passages that hold the words, best first. */
export async function searchPassages(words: string[], options: SearchOptions): Promise<void> {
  const found = await withLibrary(options, { create: false }, async (library) => {
    await indexReady(library);
    return library.call('search.passages', {
      query: words.join(' '),
      limit: options.limit,
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
  ]);
}

/** A command has one look only: it waits until everything can be found. */
async function indexReady(library: OpenLibrary): Promise<void> {
  while (!(await library.call('search.status', {})).ready) await setTimeout(50);
}
