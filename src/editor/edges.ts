/** Where in a block a caret stands. */
import {
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';

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

/** Puts `point` at the very beginning or end of what is in `block`; at the document's beginning where that is null. */
export function $setPoint(point: PointType, block: LexicalNode | null, edge: 'start' | 'end'): void {
  let node = block;
  while ($isElementNode(node) && !node.isEmpty()) {
    const child = edge === 'start' ? node.getFirstChild() : node.getLastChild();
    if (child === null) break;
    node = child;
  }
  if (node === null) point.set('root', 0, 'element');
  else if ($isTextNode(node))
    point.set(node.getKey(), edge === 'start' ? 0 : node.getTextContentSize(), 'text');
  else if ($isElementNode(node)) point.set(node.getKey(), 0, 'element');
  else
    point.set(
      node.getParentOrThrow().getKey(),
      node.getIndexWithinParent() + (edge === 'start' ? 0 : 1),
      'element',
    );
}
