import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { runCommand } from '../../app/commands.ts';
import { openPassage } from '../../app/workspace.ts';
import { onMac } from '../../ui/Keys.tsx';
import { matchesShortcut } from '../../ui/shortcuts.ts';
import {
  isSelected,
  listState,
  NOTHING,
  selectAll,
  selection,
  selectOnly,
  toggleSelected,
} from './libraryState.ts';
import { undoLast } from './organiseActions.ts';
import { listInput } from './useArticlePages.ts';

const PAGE = 8;

export interface ListKeys {
  /** Row that the keys act on; -1 while there is none. */
  active: number;
  onKeyDown: (event: KeyboardEvent) => void;
  /** A click on a row: opens and selects it, with Shift selects up to it, with Control or Command it besides. */
  onClick: (index: number, id: number, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => void;
  /** The row becomes the active one, and alone selected unless it is among the selected. */
  pointAt: (index: number, id: number) => void;
}

/** Moves through and selects in a list of articles, as the ARIA pattern for list boxes with several choices has it. */
export function useListKeys(total: number, idAt: (index: number) => number | undefined): ListKeys {
  const [wish, setActive] = useState(-1);
  /** Where Shift selects from. */
  const anchor = useRef(-1);
  const asked = useRef(0);
  const active = Math.min(wish, total - 1);

  // Another part of the library begins at its top.
  useEffect(
    () =>
      selection.subscribe(() => {
        if (selection.get() === NOTHING) anchor.current = -1;
      }),
    [],
  );

  /** Selects a stretch of the list; the rows need not be in the page. */
  const selectRange = async (from: number, to: number): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const known = Array.from({ length: Math.min(last - first, 2000) + 1 }, (_unused, offset) =>
      idAt(first + offset),
    );
    if (known.length === last - first + 1 && known.every((id) => id !== undefined)) {
      selectOnly(known);
      return;
    }
    const limit = Math.min(last - first + 1, 100_000);
    const { ids } = await client.call('articles.ids', {
      ...listInput(listState.get()),
      offset: first,
      limit,
    });
    if (turn === asked.current) selectOnly(ids);
  };
  const select = (from: number, to: number): void => {
    selectRange(from, to).catch(() => undefined);
  };

  const move = (index: number, event: Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void => {
    const next = Math.max(0, Math.min(index, total - 1));
    if (event.shiftKey) {
      if (anchor.current < 0) anchor.current = Math.max(active, 0);
      select(anchor.current, next);
    } else if (!event.ctrlKey && !event.metaKey) {
      anchor.current = next;
      select(next, next);
    }
    setActive(next);
  };

  const act = (event: KeyboardEvent): boolean => {
    const press = event.nativeEvent;
    const is = (shortcut: string): boolean => matchesShortcut(shortcut, press, onMac);
    const id = idAt(active);
    if (is('Mod+A')) selectAll();
    else if (is('Mod+Z')) return undoLast();
    else if (is('Delete') || is('Backspace') || is('Mod+Backspace')) {
      // Without a selection the command would take the article in the reader.
      if (selection.get() === NOTHING && id !== undefined) selectOnly([id]);
      return runCommand('articles.trash');
    } else if (is('Escape') && selection.get() !== NOTHING) selection.set(NOTHING);
    else if (event.key === ' ' && id !== undefined) {
      anchor.current = active;
      toggleSelected(id);
    } else if (is('Enter')) {
      const index = Math.max(active, 0);
      const article = idAt(index);
      setActive(index);
      if (article === undefined) return false;
      openPassage({ articleId: article });
    } else return false;
    return true;
  };

  return {
    active,
    onKeyDown(event) {
      if (total === 0 || event.nativeEvent.isComposing) return;
      if (act(event)) {
        event.preventDefault();
        return;
      }
      if (event.altKey) return;
      const next = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + PAGE,
        PageUp: active - PAGE,
        Home: 0,
        End: total - 1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      move(next, event);
    },
    onClick(index, id, event) {
      setActive(index);
      if (event.shiftKey) {
        if (anchor.current < 0) anchor.current = Math.max(active, 0);
        select(anchor.current, index);
        return;
      }
      anchor.current = index;
      asked.current += 1;
      if (event.ctrlKey || event.metaKey) {
        toggleSelected(id);
        return;
      }
      selectOnly([id]);
      openPassage({ articleId: id });
    },
    pointAt(index, id) {
      setActive(index);
      if (isSelected(selection.get(), id)) return;
      anchor.current = index;
      asked.current += 1;
      selectOnly([id]);
    },
  };
}
