/** Keeps the caret in view where blocks that are off screen have only an estimated height. */
import { defineExtension, KEY_DOWN_COMMAND, COMMAND_PRIORITY_LOW, getDOMSelection } from 'lexical';

const JUMPS = new Set(['Home', 'End', 'ArrowUp', 'ArrowDown']);

export const ScrollExtension = defineExtension({
  name: 'dossier/scroll',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        // The browser scrolls by estimated heights; once the target has been laid out it must scroll again.
        if (JUMPS.has(event.key) && (event.ctrlKey || event.metaKey))
          requestAnimationFrame(() => requestAnimationFrame(scrollCaretIntoView));
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
});

function scrollCaretIntoView(): void {
  const focus = getDOMSelection(window)?.focusNode;
  const element = focus instanceof Element ? focus : focus?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}
