/** When the slash menu is open, and the keys that it takes from the text. */
import { $slashQuery } from '#editor/slash.ts';
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';

export interface SlashState {
  query: string;
  /** The text node and the offset of the slash. */
  key: string;
  offset: number;
}

/** It opens when a slash is typed, and not when the caret merely comes to one; while composing it stays as it is. */
export function useSlashQuery(editor: LexicalEditor): [SlashState | null, () => void] {
  const [state, setState] = useState<SlashState | null>(null);
  const open = useRef<SlashState | null>(null);
  const set = (next: SlashState | null): void => {
    open.current = next;
    setState(next);
  };
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
          if (editor.isComposing()) return;
          const found = editor.read($slashQuery);
          const last = open.current;
          if (last !== null) {
            if (found === null || found.key !== last.key || found.offset !== last.offset) set(null);
            else if (found.query !== last.query) set(found);
          } else if (found?.query === '' && dirtyLeaves.has(found.key) && !tags.has('historic')) set(found);
        }),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            if (open.current !== null) set(null);
            return false;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  );
  return [state, () => set(null)];
}

export interface MenuKeys {
  move: (step: number) => void;
  choose: () => void;
  close: () => void;
}

/** Arrow keys, Enter, Tab and Escape go to the menu while it is open. */
export function useMenuKeys(editor: LexicalEditor, active: boolean, keys: MenuKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!active) return undefined;
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing) return false;
        const { move, choose, close } = latest.current;
        const actions: Record<string, () => void> = {
          ArrowDown: () => move(1),
          ArrowUp: () => move(-1),
          Enter: choose,
          Tab: choose,
          Escape: close,
        };
        const action = actions[event.key];
        if (action === undefined) return false;
        event.preventDefault();
        event.stopPropagation();
        action();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  }, [editor, active]);
}
