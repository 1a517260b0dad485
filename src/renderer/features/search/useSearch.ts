import { useCallback, useEffect, useRef, useState } from 'react';
import type { PassageHit, SearchOutput } from '#contract/search.ts';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';
import type { SearchWish } from './searchState.ts';

const PAUSE = 70;
const PAGE = 50;

interface SearchResults {
  hits: PassageHit[];
  total: number;
  facets: SearchOutput['facets'];
  /** The words that these results are for. */
  text: string;
}

export interface Search {
  /** Null before the first answer. */
  results: SearchResults | null;
  error: Error | null;
  loading: boolean;
  /** Asks for the next page, where there is one. */
  more: () => void;
}

/** Searches as the wish changes: 70 ms after the last key. Of several answers only the latest question's counts. */
export function useSearch(wish: SearchWish): Search {
  const [state, setState] = useState<Omit<Search, 'more'>>({ results: null, error: null, loading: false });
  const [turn, setTurn] = useState(0);
  const question = useRef(0);
  const paging = useRef(false);
  const { text, publications, years } = wish;

  useEffect(() => {
    const again = (): void => setTurn((before) => before + 1);
    const stops = [
      client.on('search.indexed', ({ ready }) => ready && again()),
      lostConnection.subscribe(() => lostConnection.get() === null && again()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    question.current += 1;
    paging.current = false;
    const asked = question.current;
    if (text.trim() === '') {
      setState({ results: null, error: null, loading: false });
      return undefined;
    }
    setState((before) => ({ ...before, loading: true }));
    const timer = setTimeout(() => {
      client.call('search.passages', { ...filters(text, publications, years), limit: PAGE }).then(
        (output) => {
          if (asked === question.current)
            setState({ results: { ...output, text }, error: null, loading: false });
        },
        (error: unknown) => {
          if (asked === question.current)
            setState((before) => ({ ...before, error: error as Error, loading: false }));
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, publications, years, turn]);

  const loaded = state.results?.hits.length ?? 0;
  const total = state.results?.total ?? 0;
  const more = useCallback(() => {
    if (loaded >= total || paging.current) return;
    paging.current = true;
    const asked = question.current;
    const input = { ...filters(text, publications, years), limit: PAGE, offset: loaded };
    client.call('search.passages', input).then(
      ({ hits }) => {
        if (asked !== question.current) return;
        paging.current = false;
        setState((before) =>
          before.results === null
            ? before
            : {
                ...before,
                results: {
                  ...before.results,
                  hits: [...before.results.hits, ...hits],
                  // A page without hits ends the list, whatever the count said.
                  total: hits.length === 0 ? before.results.hits.length : before.results.total,
                },
              },
        );
      },
      () => {
        if (asked === question.current) paging.current = false;
      },
    );
  }, [text, publications, years, loaded, total]);

  return { ...state, more };
}

function filters(query: string, publications: string[], years: number[]) {
  return {
    query,
    ...(publications.length > 0 && { publications }),
    ...(years.length > 0 && { years }),
  };
}
