/** The keys to the beginning and the end of the text. */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  defineExtension,
  getDOMSelection,
  IS_APPLE,
  KEY_DOWN_COMMAND,
} from 'lexical';

import { $selectEdge } from './footnote/realm.ts';

/**
 * Blocks that are off screen are not laid out, so that the browser finds neither the last line nor its place:
 * the caret is moved in the document, and scrolled to once its block has been laid out.
 */
export const JumpExtension = defineExtension({
  name: 'dossier/jump',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const edge = edgeOf(event);
        if (edge === null || event.isComposing) return false;
        event.preventDefault();
        $jump(edge, event.shiftKey);
        scrollCaretSoon();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
});

function edgeOf(event: KeyboardEvent): 'start' | 'end' | null {
  if (event.altKey || !(IS_APPLE ? event.metaKey : event.ctrlKey)) return null;
  if (event.key === (IS_APPLE ? 'ArrowUp' : 'Home')) return 'start';
  return event.key === (IS_APPLE ? 'ArrowDown' : 'End') ? 'end' : null;
}

function $jump(edge: 'start' | 'end', extend: boolean): void {
  const before = $getSelection();
  const anchor = extend && $isRangeSelection(before) ? before.anchor : null;
  const from = anchor === null ? null : ([anchor.key, anchor.offset, anchor.type] as const);
  const selection = $selectEdge(edge);
  if (from !== null) selection.anchor.set(...from);
}

/** Scrolls to the caret once the block that it was moved to has been laid out. */
export function scrollCaretSoon(): void {
  requestAnimationFrame(() => requestAnimationFrame(scrollCaretIntoView));
}

function scrollCaretIntoView(): void {
  const focus = getDOMSelection(window)?.focusNode;
  const element = focus instanceof Element ? focus : focus?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}
