/**
 * An item holds words, or one list. Lexical puts blocks and lists that come into an inner list into the item around
 * it, and drops what stands beside a list there when it outdents that: such items are parted, and their lists where
 * other blocks stand in them.
 */
import { $createListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import { $isDecoratorNode, $isElementNode, type LexicalNode } from 'lexical';

/** For the transforms of items, which go from the inner lists to the outer ones. */
export function $partList(item: ListItemNode): void {
  const list = item.getParent();
  const parts = $partsOf(item.getChildren());
  if (!$isListNode(list) || $isSound(parts)) return;
  // At once: Lexical may outdent what begins a list before it calls this again.
  const first = $isForeign(parts[0]![0]!) ? 0 : 1;
  for (const part of parts.slice(first).toReversed()) {
    const [block] = part;
    if ($isForeign(block!)) item.insertAfter(block!);
    else {
      const rest = $createListItemNode();
      rest.setValue(item.getValue() + ($isListNode(item.getFirstChild()) ? 0 : 1));
      rest.splice(0, 0, part);
      item.insertAfter(rest);
    }
  }
  if (item.isEmpty()) item.remove();
  if (list.isEmpty()) list.remove();
}

/** Words together, each list and other block by itself. */
function $partsOf(children: readonly LexicalNode[]): LexicalNode[][] {
  const parts: LexicalNode[][] = [];
  for (const child of children) {
    const last = parts.at(-1);
    if (last === undefined || $isBlock(child) || $isBlock(last[0]!)) parts.push([child]);
    else last.push(child);
  }
  return parts;
}

/** One part; stored items may also hold words and a list behind them. */
function $isSound(parts: readonly LexicalNode[][]): boolean {
  const [first, second, third] = parts.map(([node]) => node!);
  if (first === undefined || second === undefined) return first === undefined || !$isForeign(first);
  return third === undefined && !$isBlock(first) && $isListNode(second);
}

function $isForeign(node: LexicalNode): boolean {
  return $isBlock(node) && !$isListNode(node);
}

function $isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
}
