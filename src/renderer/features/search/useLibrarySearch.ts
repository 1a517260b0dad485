import { useCallback } from 'react';
import { useStore } from '../../app/store.ts';
import { moreOf, openArticle, openHit, optionsOf } from './hits.ts';
import { type Grouping, searchWish } from './searchState.ts';
import { type Cursor, type HitCursor, useHitCursor } from './useHitCursor.ts';
import { type Related, useRelated } from './useRelated.ts';
import { type Rows, type Search, useSearch } from './useSearch.ts';

export interface LibrarySearch {
  /** Whether results are shown rather than the library. */
  active: boolean;
  search: Search;
  related: Related;
  /** The rows to show, and how. */
  rows: Rows;
  group: Grouping;
  cursor: HitCursor;
  open: (cursor: Cursor) => void;
}

const NONE: Rows = {
  total: 0,
  at: () => undefined,
  show: () => undefined,
  unfold: () => undefined,
  generation: 0,
};

/** The search of the library pane: what is asked, what was found, and the way through it by keys. */
export function useLibrarySearch(): LibrarySearch {
  const wish = useStore(searchWish);
  const search = useSearch(wish);
  const related = useRelated();
  const isRelated = related.text !== null;
  const rows = isRelated ? (related.rows ?? NONE) : search.rows;
  const group = isRelated ? 'passage' : wish.group;

  const open = useCallback(
    ({ row, item }: Cursor) => {
      const article = rows.at(row);
      if (article === undefined) return;
      if (group === 'article') openArticle(article);
      else if (item < article.passages.length) openHit(article.passages[item]!);
      else if (moreOf(article) > 0) rows.unfold(row);
    },
    [rows, group],
  );
  const items = useCallback((row: number) => optionsOf(rows.at(row), group), [rows, group]);
  const cursor = useHitCursor({ total: rows.total, generation: rows.generation, items, open });

  return {
    active: isRelated || wish.text.trim() !== '',
    search,
    related,
    rows,
    group,
    cursor,
    open: useCallback(
      (at) => {
        cursor.setActive(at);
        open(at);
      },
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- `setActive` is one function for good.
      [open],
    ),
  };
}
