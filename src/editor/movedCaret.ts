/** Keys act where the caret is seen, also those that come at once behind a key or a press that moved it. */
import { defineExtension } from 'lexical';

/** Keys by which the browser itself moves the caret, or what is selected. */
const MOVES = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/**
 * The browser tells of a moved caret in a task of its own, and a key that waits comes before it: the editor would
 * delete, format or comment one character beside what is selected. So it is told before the next key.
 */
export const MovedCaretExtension = defineExtension({
  name: 'dossier/moved-caret',
  register(editor) {
    let isBehind = false;
    const onKey = (event: KeyboardEvent): void => {
      if (isBehind && !event.isComposing) document.dispatchEvent(new Event('selectionchange'));
      const isHere = editor.getRootElement()?.contains(event.target as Node | null) === true;
      isBehind = isHere && MOVES.has(event.key);
    };
    const onPress = (): void => {
      isBehind = editor.getRootElement()?.contains(document.activeElement) === true;
    };
    const onTold = (): void => void (isBehind = false);
    // Before the editor and the shortcuts of the window.
    window.addEventListener('keydown', onKey, { capture: true });
    // Once the selection stands; a press that has moved nothing costs the next key a look at it.
    window.addEventListener('pointerup', onPress, { capture: true });
    document.addEventListener('selectionchange', onTold);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('pointerup', onPress, { capture: true });
      document.removeEventListener('selectionchange', onTold);
    };
  },
});
