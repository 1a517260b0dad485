import { $getSelection, $isRangeSelection, $isTextNode, type RangeSelection, type TextNode } from 'lexical';

/** Plain text that the caret stands in, and the selection; null elsewhere, as in code. Only inside a read. */
export function $caretInText(): { node: TextNode; selection: RangeSelection } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) && node.isSimpleText() && !node.hasFormat('code') ? { node, selection } : null;
}
