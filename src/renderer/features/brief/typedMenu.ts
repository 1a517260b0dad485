/** Menus that a sign in the text opens, such as `/` and `@`: what is typed behind it, and the keys they take. */
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  HISTORIC_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';

export interface TypedQuery {
  query: string;
  /** The text node and the offset of the sign. */
  key: NodeKey;
  offset: number;
}

/**
 * What `$read` finds at the caret, from the moment the sign is typed, and not when the caret merely comes to one; and
 * what closes the menu. While composing it neither opens nor closes; its words `follow` or `wait`.
 */
export function useTypedQuery<Q extends TypedQuery>(
  editor: LexicalEditor,
  $read: () => Q | null,
  composing: 'follow' | 'wait',
): [Q | null, () => void] {
  const [state, setState] = useState<Q | null>(null);
  const open = useRef<Q | null>(null);
  const set = (next: Q | null): void => {
    open.current = next;
    setState(next);
  };
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ dirtyLeaves, tags, editorState }) => {
          const last = open.current;
          const isComposing = editor.isComposing();
          if (isComposing && (last === null || composing === 'wait')) return;
          if (last === null && (dirtyLeaves.size === 0 || tags.has(HISTORIC_TAG))) return;
          const found = editorState.read($read, { editor });
          if (last === null) {
            if (found?.query === '' && dirtyLeaves.has(found.key)) set(found);
          } else if (found === null || found.key !== last.key || found.offset !== last.offset) {
            if (!isComposing) set(null);
          } else if (found.query !== last.query) set(found);
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
    [editor, $read, composing],
  );
  return [state, () => set(null)];
}

/** Keys of the text that a menu may take while it is open, which `take` tells; never those of an input method. */
export function useMenuKeys(
  editor: LexicalEditor,
  open: boolean,
  take: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!open) return undefined;
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || !latest.current(event)) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  }, [editor, open]);
}
