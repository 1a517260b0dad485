/** Draws the marks of what was put in. */
import { $isElementNode, type LexicalNode } from 'lexical';
import { $isDeletedNode } from './DeletedNode.ts';
import { tagChange, untagChange } from './look.ts';
import { $insertedMark } from './state.ts';
import { $isTextBlock } from './units.ts';

/** As Lexical calls it for every node that it draws; it keeps what another role needs. */
export function $decorate(node: LexicalNode, _previous: LexicalNode | null, dom: HTMLElement): void {
  if ($isDeletedNode(node)) return;
  const mark = $insertedMark(node);
  if (mark === null) {
    if (dom.dataset['changeKind'] === undefined) return;
    untagChange(dom);
    if (dom.getAttribute('role') === 'insertion') dom.removeAttribute('role');
    return;
  }
  tagChange(dom, mark, 'insertion');
  dom.dataset['changePart'] = !$isElementNode(node) ? 'inline' : $isTextBlock(node) ? 'begin' : 'whole';
  if (!$isElementNode(node) && !dom.hasAttribute('role')) dom.setAttribute('role', 'insertion');
}
