import type { LexicalEditor } from 'lexical';

/** Where the line with the caret begins in the window, in CSS pixels; null where the text has no caret. */
export function caretTop(editor: LexicalEditor): number | null {
  const selection = getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || editor.getRootElement()?.contains(node) !== true) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const rect = range.getClientRects()[0];
  if (rect !== undefined) return rect.top;
  // An empty line has no rectangle of its own.
  const element =
    node instanceof Element ? (node.childNodes[selection.focusOffset] ?? node) : node.parentElement;
  return element instanceof Element ? element.getBoundingClientRect().top : null;
}
