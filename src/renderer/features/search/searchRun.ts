/** One search after another, and what is fetched of the latest. */
import { DossierError } from '#contract/errors.ts';
import type { ArticleHit, PassageHit, SearchOutput } from '#contract/search.ts';
import type { QueryField } from '#domain/query/fields.ts';
import { lexQuery } from '#domain/query/lex.ts';
import { client } from '../../api/client.ts';
import { createStore, type Store } from '../../app/store.ts';
import { justRead } from '../library/markOpenedAsRead.ts';
import { chosen, type SearchWish } from './searchState.ts';

/** Articles fetched at once, and passages of an article that is unfolded. */
const PAGE = 20;
const UNFOLD = 50;
/** As many as `search.passages` takes. */
const MOST_READ = 5000;
/** Fields of a query that ask for marks. */
const MARKS: ReadonlySet<QueryField> = new Set(['is', 'tag', 'in', 'grade', 'cited']);

export interface Found extends Pick<
  SearchOutput,
  'total' | 'passages' | 'articleCount' | 'facets' | 'problem' | 'didYouMean'
> {
  /** What these results are for. */
  wish: SearchWish;
}

export interface SearchState {
  /** Null before the first answer. */
  found: Found | null;
  pages: ReadonlyMap<number, ArticleHit[]>;
  unfolded: ReadonlyMap<number, { passages: PassageHit[]; count: number }>;
  generation: number;
  error: Error | null;
  loading: boolean;
}

const NOTHING: SearchState = {
  found: null,
  pages: new Map(),
  unfolded: new Map(),
  generation: 0,
  error: null,
  loading: false,
};

export interface SearchRun {
  state: Store<SearchState>;
  /** Asks for what is wished, which replaces what was asked before. */
  ask: (wish: SearchWish) => void;
  /** Asks again for the same: the library has changed. */
  refresh: () => void;
  /** Asks again where what is asked for depends on marks of articles: stars, read marks, grades, citations. */
  refreshMarks: () => void;
  /** Names the rows in view; their pages are fetched where they are missing. */
  show: (first: number, last: number) => void;
  /** Fetches more passages of an article. */
  unfold: (article: ArticleHit) => void;
}

/**
 * Asks at once while no answer is awaited, else as soon as that is there: the core is never asked for more than
 * it answers, and what is shown follows the keys as fast as it can.
 */
export function createSearchRun(): SearchRun {
  const state = createStore(NOTHING);
  const fetching = new Set<string>();
  let wish: SearchWish | null = null;
  let busy = false;
  let again = false;
  let generation = 0;
  /** Rises with every answer to a search: what was fetched for the one before is of no use then. */
  let answers = 0;
  let view = 0;
  /** How many articles had been read in this window when the search was asked. */
  let readBefore = 0;

  /** They stay where they were found until something else is searched for. */
  const readSince = (): Pick<SearchInput, 'asUnread'> => {
    const ids = justRead.get().slice(readBefore);
    return ids.length === 0 ? {} : { asUnread: ids.slice(-MOST_READ) };
  };
  const patch = (change: Partial<SearchState>): void => state.set((before) => ({ ...before, ...change }));

  const take = (asked: SearchWish, page: number, { articles, hits: _hits, ...about }: SearchOutput): void => {
    if (wish === null) return;
    fetching.clear();
    answers += 1;
    const { found, unfolded } = state.get();
    const isSame = found?.wish === asked;
    if (!isSame) generation += 1;
    state.set({
      found: { ...about, wish: asked },
      pages: new Map([[page, articles]]),
      unfolded: isSame ? unfolded : new Map(),
      generation,
      error: null,
      loading: again,
    });
  };

  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    if (wish === null) return;
    const asked = wish;
    const page = Math.floor(view / PAGE);
    busy = true;
    patch({ loading: true });
    try {
      take(
        asked,
        page,
        await client.call('search.passages', input(asked, { offset: page * PAGE, ...readSince() })),
      );
    } catch (error) {
      if (!isCancelled(error)) patch({ error: error as Error, loading: again });
    }
    busy = false;
    if (!again) return;
    again = false;
    void run();
  };

  /** Fetches something of the answer that is shown; another page does not stand in its way, a newer answer does. */
  const fetchOnce = async (
    key: string,
    what: Partial<SearchInput>,
    add: (output: SearchOutput, before: SearchState) => Partial<SearchState>,
  ): Promise<void> => {
    const asked = state.get().found?.wish;
    if (asked === undefined || fetching.has(key)) return;
    fetching.add(key);
    const forAnswer = answers;
    const isStale = (): boolean => forAnswer !== answers;
    // The same search may have been answered anew meanwhile: it is wanted of that answer too.
    const askAgain = (): void => {
      if (state.get().found?.wish === asked) void fetchOnce(key, what, add);
    };
    try {
      const output = await client.call('search.passages', input(asked, { ...what, ...readSince() }));
      if (isStale()) askAgain();
      else state.set((before) => ({ ...before, ...add(output, before) }));
    } catch (error) {
      if (!isStale()) fetching.delete(key);
      if (isCancelled(error)) askAgain();
    }
  };

  return {
    state,
    ask(next) {
      wish = next.text.trim() === '' ? null : next;
      view = 0;
      readBefore = justRead.get().length;
      if (wish === null) {
        generation += 1;
        answers += 1;
        state.set({ ...NOTHING, generation });
      } else void run();
    },
    refresh: () => void run(),
    refreshMarks() {
      const fields = lexQuery(wish?.text ?? '').filter((token) => token.kind === 'field');
      if (fields.some(({ field }) => MARKS.has(field))) void run();
    },
    show(first, last) {
      view = first;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
        if (!state.get().pages.has(page))
          void fetchOnce(`page ${page}`, { offset: page * PAGE }, ({ articles }, before) => ({
            pages: new Map(before.pages).set(page, articles),
          }));
    },
    unfold({ articleId }) {
      const loaded = state.get().unfolded.get(articleId)?.passages ?? [];
      const what = {
        articleIds: [articleId],
        group: 'passage' as const,
        limit: UNFOLD,
        offset: loaded.length,
      };
      void fetchOnce(`article ${articleId} ${loaded.length}`, what, ({ hits, total }, before) => ({
        unfolded: new Map(before.unfolded).set(articleId, { passages: [...loaded, ...hits], count: total }),
      }));
    },
  };
}

/** The article of a row as far as it was fetched. */
export function articleAt(
  { pages, unfolded }: Pick<SearchState, 'pages' | 'unfolded'>,
  row: number,
): ArticleHit | undefined {
  const article = pages.get(Math.floor(row / PAGE))?.[row % PAGE];
  const more = article === undefined ? undefined : unfolded.get(article.articleId);
  return article === undefined || more === undefined ? article : { ...article, ...more };
}

type SearchInput = Parameters<typeof client.call<'search.passages'>>[1];

function input({ text, filters, sort }: SearchWish, rest: Partial<SearchInput>): SearchInput {
  return { query: text, sort, group: 'article', ...chosen(filters), limit: PAGE, ...rest };
}

function isCancelled(error: unknown): boolean {
  return error instanceof DossierError && error.code === 'cancelled';
}
