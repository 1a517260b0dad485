import type { LexicalEditor, NodeKey } from 'lexical';

/** Where a character of a text node stands in the window; the whole text where the node is not drawn. */
export function textRect(editor: LexicalEditor, key: NodeKey, offset: number): DOMRect {
  const element = editor.getElementByKey(key);
  const text = element === null ? null : document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (element === null || text === null) return editor.getRootElement()!.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(text, Math.min(offset, text.textContent!.length));
  range.setEnd(text, Math.min(offset + 1, text.textContent!.length));
  return range.getBoundingClientRect();
}
