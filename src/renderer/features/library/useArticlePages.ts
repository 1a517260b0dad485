import { useCallback, useEffect, useRef, useState } from 'react';
import type { OperationInput } from '#contract/index.ts';
import type { ArticleSummary } from '#domain/article.ts';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';
import type { ListState } from './libraryState.ts';

const PAGE = 100;
/** An import changes the list many times a second. */
const REFRESH_AFTER = 300;

export interface ArticlePages {
  /** Null until the first page is here. */
  total: number | null;
  error: Error | null;
  /** Undefined while its page is on the way. */
  at: (index: number) => ArticleSummary | undefined;
  /** Names the rows in view; their pages are fetched where they are missing or out of date. */
  show: (first: number, last: number) => void;
}

interface Loaded {
  /** What is listed; rows of something else are never shown. */
  key: string;
  total: number | null;
  error: Error | null;
  pages: ReadonlyMap<number, ArticleSummary[]>;
}

/** What `articles.list` and `articles.ids` are asked for a list. */
export function listInput({
  scope,
  sort,
  direction,
  keep,
}: ListState): Omit<OperationInput<'articles.list'>, 'limit'> {
  return { ...scope, sort, direction, keep: [...keep] };
}

/** A part of the library in pages of 100, fetched as they come into view. */
export function useArticlePages(list: ListState): ArticlePages {
  const key = JSON.stringify([list.scope, list.sort, list.direction]);
  const [loaded, setLoaded] = useState<Loaded>({ key, total: null, error: null, pages: new Map() });
  const fresh = useRef(new Set<number>());
  const view = useRef<[number, number]>([0, 0]);
  const generation = useRef(0);

  const fetchView = useCallback(() => {
    const asked = generation.current;
    const [first, last] = view.current;
    const isLatest = (): boolean => asked === generation.current;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (fresh.current.has(page)) continue;
      fresh.current.add(page);
      client.call('articles.list', { ...listInput(list), offset: page * PAGE, limit: PAGE }).then(
        ({ articles, total }) => {
          if (!isLatest()) return;
          setLoaded((before) => ({
            key,
            total,
            error: null,
            pages: new Map(before.key === key ? before.pages : []).set(page, articles),
          }));
        },
        (error: unknown) => {
          if (!isLatest()) return;
          fresh.current.delete(page);
          setLoaded((before) => ({ ...before, error: error as Error }));
        },
      );
    }
  }, [list, key]);

  useEffect(() => {
    const refresh = (): void => {
      generation.current += 1;
      fresh.current.clear();
      fetchView();
    };
    refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const later = (): void => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          refresh();
        },
        Math.max(0, last + REFRESH_AFTER - Date.now()),
      );
    };
    const ends = [
      client.on('articles.changed', later),
      client.on('library.changed', later),
      lostConnection.subscribe(() => lostConnection.get() === null && later()),
    ];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [fetchView]);

  const show = useCallback(
    (first: number, last: number) => {
      view.current = [first, last];
      fetchView();
    },
    [fetchView],
  );

  const current = loaded.key === key;
  return {
    total: current ? loaded.total : null,
    error: loaded.error,
    at: (index) => (current ? loaded.pages.get(Math.floor(index / PAGE))?.[index % PAGE] : undefined),
    show,
  };
}
