import { useEffect, useMemo, useState } from 'react';
import type { ArticleHit } from '#contract/search.ts';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';
import { useStore } from '../../app/store.ts';
import { whenMarked } from '../library/markOpenedAsRead.ts';
import { articleAt, createSearchRun, type SearchState } from './searchRun.ts';
import type { SearchWish } from './searchState.ts';

/** The articles with matches, in order; only those in view need be here. */
export interface Rows {
  total: number;
  /** Undefined while it is on the way. */
  at: (row: number) => ArticleHit | undefined;
  /** Names the rows in view, which are fetched where they are missing. */
  show: (first: number, last: number) => void;
  /** Fetches more passages of the article. */
  unfold: (row: number) => void;
  /** Changes when these are the rows of another search. */
  generation: number;
}

export interface Search extends Pick<SearchState, 'found' | 'error' | 'loading'> {
  rows: Rows;
}

/** Searches as the wish changes, and again when the index or the connection does. */
export function useSearch(wish: SearchWish): Search {
  const [run] = useState(createSearchRun);
  const state = useStore(run.state);
  useEffect(() => run.ask(wish), [run, wish]);
  useEffect(() => {
    const stops = [
      client.on('search.indexed', ({ ready }) => ready && run.refresh()),
      // What is in the trash is not found, and tags and collections are filters.
      client.on('library.changed', () => run.refresh()),
      client.on('articles.changed', () => void whenMarked().then(() => run.refreshMarks())),
      lostConnection.subscribe(() => lostConnection.get() === null && run.refresh()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [run]);

  const { found, pages, unfolded, generation, error, loading } = state;
  // Not made anew when a search begins: the rows stay, and need not be drawn again.
  const rows = useMemo((): Rows => {
    const at = (row: number): ArticleHit | undefined => articleAt({ pages, unfolded }, row);
    return {
      total: found?.total ?? 0,
      at,
      show: run.show,
      unfold(row) {
        const article = at(row);
        if (article !== undefined) run.unfold(article);
      },
      generation,
    };
  }, [run, found, pages, unfolded, generation]);
  return { found, rows, error, loading };
}
