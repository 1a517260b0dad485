import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';

/** Plain text that the caret stands in, and the selection; null elsewhere, as in code. Only inside a read. */
export function $caretInText(): { node: TextNode; selection: RangeSelection } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) && node.isSimpleText() && !node.hasFormat('code') ? { node, selection } : null;
}

/** The nodes that a point stands right between; null where it is inside of text, or there is none. Only inside a read. */
export function $beside(point: PointType): [before: LexicalNode | null, after: LexicalNode | null] {
  const node = point.getNode();
  if ($isElementNode(node))
    return [node.getChildAtIndex(point.offset - 1), node.getChildAtIndex(point.offset)];
  return [
    point.offset === 0 ? node.getPreviousSibling() : null,
    point.offset === node.getTextContentSize() ? node.getNextSibling() : null,
  ];
}
