/** What a list item cannot hold parts its list: Lexical puts blocks that come into an inner list into the item around it. */
import { $createListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import { $isDecoratorNode, $isElementNode, type LexicalNode } from 'lexical';

/** For the transforms of items, which go from the inner lists to the outer ones. */
export function $partList(item: ListItemNode): void {
  const list = item.getParent();
  const children = item.getChildren();
  const first = children.findIndex($isForeign);
  if (first < 0 || !$isListNode(list)) return;
  // At once: Lexical outdents what begins a list, and would drop a block that still stands beside it.
  let behind: LexicalNode[] = [];
  for (const child of children.slice(first).toReversed())
    if ($isForeign(child)) {
      $putBehind(item, behind);
      item.insertAfter(child);
      behind = [];
    } else behind.unshift(child);
  if (item.isEmpty()) item.remove();
  if (list.isEmpty()) list.remove();
}

function $putBehind(item: ListItemNode, nodes: LexicalNode[]): void {
  if (nodes.length === 0) return;
  const rest = $createListItemNode();
  rest.setValue(item.getValue() + ($isListNode(item.getFirstChild()) ? 0 : 1));
  rest.splice(0, 0, nodes);
  item.insertAfter(rest);
}

function $isForeign(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline() && !$isListNode(node);
}
