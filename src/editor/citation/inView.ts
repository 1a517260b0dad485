/** Which citations the window shows. */
import type { LexicalEditor, NodeKey } from 'lexical';
import { type Stretch, stretchInView } from '../blocksInView.ts';
import { CITATIONS, keyOfCitation } from './view.ts';

export interface CitationsInView {
  /** Keys of the citations in blocks that the window shows, or showed when that was looked at; the first of them first. */
  keys(): NodeKey[];
  stop(): void;
}

/**
 * Follows which blocks are in view. Where they stand is looked at in pauses, once they were scrolled or asked about: in
 * the middle of a change it would have the text laid out before that is complete.
 */
export function followCitationsInView(editor: LexicalEditor): CitationsInView {
  let stretch: Stretch | null = null;
  let look: number | null = null;
  const lookSoon = (): void => {
    look ??= requestIdleCallback(() => {
      look = null;
      stretch = stretchInView(editor.getRootElement());
    });
  };
  const onMoved = ({ target }: Event): void => {
    const root = editor.getRootElement();
    if (root === null || (target instanceof Element && !target.contains(root))) return;
    stretch = null;
    lookSoon();
  };
  const options = { capture: true, passive: true };
  window.addEventListener('scroll', onMoved, options);
  window.addEventListener('resize', onMoved, options);
  return {
    keys() {
      const root = editor.getRootElement();
      if (stretch === null || !isIn(root, stretch)) stretch = stretchInView(root);
      lookSoon();
      return stretch === null ? [] : keysIn(stretch);
    },
    stop() {
      if (look !== null) cancelIdleCallback(look);
      window.removeEventListener('scroll', onMoved, options);
      window.removeEventListener('resize', onMoved, options);
    },
  };
}

/** Whether these blocks are still there, one behind the other. */
function isIn(root: Element | null, [first, last]: Stretch): boolean {
  const isTurned = (first.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return first.parentElement === root && last.parentElement === root && !isTurned;
}

function keysIn([first, last]: Stretch): NodeKey[] {
  const keys: NodeKey[] = [];
  for (let block: Element | null = first; block !== null; block = block.nextElementSibling) {
    for (const mark of block.querySelectorAll(CITATIONS)) keys.push(keyOfCitation(mark));
    if (block === last) break;
  }
  return keys;
}
