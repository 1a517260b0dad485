/** Answers searches. Reads the index and the library; runs in a thread of its own. */
import type { ParsedInput } from '#contract/index.ts';
import type { PassageHit, SearchOutput } from '#contract/search.ts';
import { isCorruption, openReadOnly } from '../db/connect.ts';
import { DossierError } from '#contract/errors.ts';
import type { LibraryFolder } from '../db/folder.ts';
import { createCatalogue, isFiltered } from './catalogue.ts';
import { makeExcerpt } from './excerpt.ts';
import { articleOf, ordinalOf, unpackRange } from './passages.ts';
import { asTyped, parseQuery, type QueryItem } from './query.ts';
import { createRanker, type Ranking } from './rank.ts';
import { createTexts } from './texts.ts';

export type SearchInput = ParsedInput<'search.passages'>;

export interface SearchReader {
  /** Throws `library_corrupt` where the index is damaged. */
  search(input: SearchInput): SearchOutput;
  /** Closes the files; the next search opens them again. */
  release(): void;
}

export function createSearchReader(folder: Pick<LibraryFolder, 'library' | 'search'>): SearchReader {
  let session: ReturnType<typeof openSession> | null = null;
  return {
    search(input) {
      try {
        session ??= openSession(folder);
        return session.search(input);
      } catch (error) {
        if (!isCorruption(error)) throw error;
        throw new DossierError('library_corrupt', `The search index ${folder.search} is damaged.`, {
          cause: error,
        });
      }
    },
    release() {
      session?.close();
      session = null;
    },
  };
}

interface ArticleRow {
  versionId: number;
  title: string;
  publication: string | null;
  issued: string | null;
  ranges: Buffer;
}

const NOTHING: SearchOutput = {
  hits: [],
  articles: [],
  total: 0,
  passages: 0,
  articleCount: 0,
  facets: { publications: [], years: [], languages: [], types: [], tags: [] },
  problem: null,
  didYouMean: null,
};

function openSession(folder: Pick<LibraryFolder, 'library' | 'search'>): {
  search(input: SearchInput): SearchOutput;
  close(): void;
} {
  const index = openReadOnly(folder.search);
  index.pragma('cache_size = -65536');
  const library = openReadOnly(folder.library);
  const ranker = createRanker(index);
  const catalogue = createCatalogue(index);
  const article = index.prepare<[number], ArticleRow>(
    'SELECT version_id AS versionId, title, publication, issued, ranges FROM article WHERE id = ?',
  );
  const textOf = createTexts(library);
  let last: { query: string; dataVersion: unknown; ranking: Ranking | null } | null = null;

  /** The last ranking is kept: filters and further pages of one query need no new one. */
  const rank = (query: string): Ranking | null => {
    const dataVersion = index.pragma('data_version', { simple: true });
    if (last?.query !== query || last.dataVersion !== dataVersion) {
      catalogue.refresh();
      last = { query, dataVersion, ranking: rankQuery(ranker.rank, query) };
    }
    return last.ranking;
  };

  const toHit = (id: number, items: QueryItem[]): PassageHit | null => {
    const articleId = articleOf(id);
    const row = article.get(articleId);
    if (row === undefined) return null;
    const { ranges, ...about } = row;
    const { start, end } = unpackRange(ranges, ordinalOf(id));
    const text = textOf(row.versionId)?.slice(start, end);
    if (text === undefined) return null;
    const { excerpt, highlights, matches } = makeExcerpt(text, items);
    return {
      articleId,
      ...about,
      start,
      end,
      excerpt,
      highlights,
      matches: matches.map(([from, to]): [number, number] => [start + from, start + to]),
    };
  };

  const search = (input: SearchInput): SearchOutput => {
    const ranking = rank(input.query);
    if (ranking === null) return NOTHING;
    const { items, articles, together } = ranking;
    const filtered = isFiltered(input);
    const passes = catalogue.test(input);
    const shown = filtered ? together.filter((id) => passes(articleOf(id))) : together;
    const holding = new Set(together.map(articleOf));
    const scattered = articles.filter((id) => !holding.has(id) && passes(id)).length;

    const until = input.offset + input.limit;
    const page =
      input.offset < shown.length ? ranking.best(until, filtered ? shown : null).slice(input.offset) : [];
    if (scattered > 0 && shown.length < until)
      page.push(
        ...ranking
          .scattered()
          .filter((id) => passes(articleOf(id)))
          .slice(Math.max(0, input.offset - shown.length), until - shown.length),
      );
    return {
      ...NOTHING,
      hits: page.map((id) => toHit(id, items)).filter((hit) => hit !== null),
      total: shown.length + scattered,
      passages: shown.length + scattered,
      articleCount: articles.filter(passes).length,
      facets: { ...NOTHING.facets, ...catalogue.facets(articles, input) },
    };
  };

  return {
    // One snapshot of the index for all statements of a search.
    search: index.transaction(search),
    close() {
      index.close();
      library.close();
    },
  };
}

/** The words as they stand; only where nothing holds them, the last one as the beginning of a word. */
function rankQuery(rank: (items: QueryItem[]) => Ranking, query: string): Ranking | null {
  const items = parseQuery(query);
  if (items.length === 0) return null;
  const ranking = rank(items);
  if (ranking.articles.length > 0) return ranking;
  const growing = asTyped(query, items);
  return growing === null ? ranking : rank(growing);
}
