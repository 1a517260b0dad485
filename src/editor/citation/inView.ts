/** Which citations the window shows. */
import type { LexicalEditor, NodeKey } from 'lexical';
import { CITATIONS, keyOfCitation } from './view.ts';

/** Keys of the citations in blocks that the window shows, the first of them first. */
export function citationsInView(editor: LexicalEditor): NodeKey[] {
  const root = editor.getRootElement();
  if (root === null) return [];
  const marks = [...root.querySelectorAll(CITATIONS)];
  const height = root.ownerDocument.defaultView?.innerHeight ?? 0;
  let start = 0;
  let end = marks.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (blockOf(marks[middle]!, root).getBoundingClientRect().bottom < 0) start = middle + 1;
    else end = middle;
  }
  const keys: NodeKey[] = [];
  for (const mark of marks.slice(start)) {
    if (blockOf(mark, root).getBoundingClientRect().top > height) break;
    keys.push(keyOfCitation(mark));
  }
  return keys;
}

/** The block of the document: what stands in one that the browser has not laid out has no place of its own yet. */
function blockOf(mark: Element, root: Element): Element {
  let block = mark;
  while (block.parentElement !== null && block.parentElement !== root) block = block.parentElement;
  return block;
}
