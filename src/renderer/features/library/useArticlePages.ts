import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleSummary } from '#domain/article.ts';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';

export type ArticleSort = 'added' | 'issued' | 'title';

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
  total: number | null;
  error: Error | null;
  pages: ReadonlyMap<number, ArticleSummary[]>;
}

/** The articles of the library in pages of 100, fetched as they come into view. */
export function useArticlePages(sort: ArticleSort): ArticlePages {
  const [loaded, setLoaded] = useState<Loaded>({ total: null, error: null, pages: new Map() });
  const fresh = useRef(new Set<number>());
  const view = useRef<[number, number]>([0, 0]);
  const generation = useRef(0);

  const fetchView = useCallback(() => {
    const asked = generation.current;
    const [first, last] = view.current;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (fresh.current.has(page)) continue;
      fresh.current.add(page);
      client.call('articles.list', { sort, offset: page * PAGE, limit: PAGE }).then(
        ({ articles, total }) => {
          if (asked !== generation.current) return;
          setLoaded((before) => ({ total, error: null, pages: new Map(before.pages).set(page, articles) }));
        },
        (error: unknown) => {
          if (asked !== generation.current) return;
          fresh.current.delete(page);
          setLoaded((before) => ({ ...before, error: error as Error }));
        },
      );
    }
  }, [sort]);

  useEffect(() => {
    const refresh = (): void => {
      generation.current += 1;
      fresh.current.clear();
      fetchView();
    };
    setLoaded((before) => ({ ...before, pages: new Map() }));
    refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh();
      }, REFRESH_AFTER);
    };
    const ends = [
      client.on('articles.changed', later),
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

  return {
    total: loaded.total,
    error: loaded.error,
    at: (index) => loaded.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    show,
  };
}
