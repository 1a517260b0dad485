import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';

/** A passage under its article, or the line behind an article's passages that unfolds more of them. */
export interface Cursor {
  row: number;
  item: number;
}

export interface HitCursor {
  /** What Enter opens; null while there is none. */
  active: Cursor | null;
  setActive: (cursor: Cursor | null) => void;
  /** For the list, or for the field above it (then Home and End are left to the caret). */
  onKeyDown: (event: KeyboardEvent) => void;
}

interface CursorRows {
  total: number;
  /** Changes when these are the rows of another search: then nothing is active. */
  generation: number;
  /** How many items a row has; one while it is on the way. */
  items: (row: number) => number;
  open: (cursor: Cursor) => void;
}

const PAGE = 8;

/** Moves through the hits with the keys of a list box. */
export function useHitCursor({ total, generation, items, open }: CursorRows): HitCursor {
  const [active, setActive] = useState<Cursor | null>(null);
  useEffect(() => setActive(null), [generation]);

  const step = useCallback(
    (from: Cursor, by: number): Cursor => {
      let { row, item } = from;
      // The rows may have changed under the cursor.
      item = Math.min(item, items(row) - 1);
      for (let rest = Math.abs(by); rest > 0; rest -= 1) {
        const next = item + Math.sign(by);
        if (next >= 0 && next < items(row)) item = next;
        else if (by > 0 && row + 1 < total) [row, item] = [row + 1, 0];
        else if (by < 0 && row > 0) [row, item] = [row - 1, items(row - 1) - 1];
      }
      return { row, item };
    },
    [items, total],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const inField = event.target instanceof HTMLInputElement;
    if (total === 0 || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const first: Cursor = { row: 0, item: 0 };
    const next = ((): Cursor | null => {
      switch (event.key) {
        case 'Enter':
          open(active ?? first);
          return active ?? first;
        case 'ArrowDown':
          return active === null ? first : step(active, 1);
        case 'ArrowUp':
          return step(active ?? first, -1);
        case 'PageDown':
          return step(active ?? first, PAGE);
        case 'PageUp':
          return step(active ?? first, -PAGE);
        case 'Home':
          return inField ? null : first;
        case 'End':
          return inField ? null : { row: total - 1, item: Math.max(0, items(total - 1) - 1) };
        default:
          return null;
      }
    })();
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };

  return { active: active !== null && active.row < total ? active : null, setActive, onKeyDown };
}
