/** Where in a block a caret stands. */
import { $isElementNode, type ElementNode, type LexicalNode, type RangeSelection } from 'lexical';

/** Whether a caret stands before the first or behind the last character of `element`. */
export function $standsAt(selection: RangeSelection, element: ElementNode, edge: 'start' | 'end'): boolean {
  const { anchor } = selection;
  let node: LexicalNode = anchor.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (anchor.offset !== (edge === 'start' ? 0 : size)) return false;
  while (!node.is(element)) {
    if ((edge === 'start' ? node.getPreviousSibling() : node.getNextSibling()) !== null) return false;
    const parent: ElementNode | null = node.getParent();
    if (parent === null) return false;
    node = parent;
  }
  return true;
}
