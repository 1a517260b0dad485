/** When the menu of sources is open. */
import { $atQuery, type AtQuery } from '#editor/citation/atQuery.ts';
import { BLUR_COMMAND, COMMAND_PRIORITY_LOW, HISTORIC_TAG, type LexicalEditor, mergeRegister } from 'lexical';
import { useEffect, useRef, useState } from 'react';

/**
 * It opens when an `@` is typed, and not when the caret merely comes to one. While composing it neither opens nor
 * closes, but its words follow.
 */
export function useAtQuery(editor: LexicalEditor): [AtQuery | null, () => void] {
  const [state, setState] = useState<AtQuery | null>(null);
  const open = useRef<AtQuery | null>(null);
  const set = (next: AtQuery | null): void => {
    open.current = next;
    setState(next);
  };
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ dirtyLeaves, tags, editorState }) => {
          const last = open.current;
          if (last === null && (dirtyLeaves.size === 0 || editor.isComposing() || tags.has(HISTORIC_TAG)))
            return;
          const found = editorState.read($atQuery);
          if (last === null) {
            if (found?.query === '' && dirtyLeaves.has(found.key)) set(found);
          } else if (found === null || found.key !== last.key || found.offset !== last.offset) {
            if (!editor.isComposing()) set(null);
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
    [editor],
  );
  return [state, () => set(null)];
}
