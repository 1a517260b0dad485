/** Numbers of lists, and the boxes of check lists. */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import { $between, $ends } from './selectedBlocks.ts';

/** The numbered list of the item at the caret. Also inside a read. */
export function $numberedList(): ListNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const list = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)?.getParent();
  return $isListNode(list) && list.getListType() === 'number' ? list : null;
}

/** The number that follows the last one of the numbered list before `list`; null where there is none. Also inside a read. */
export function $continuedStart(list: ListNode): number | null {
  for (let block = list.getPreviousSibling(); block !== null; block = block.getPreviousSibling())
    if ($isListNode(block) && block.getListType() === 'number') return block.getStart() + $count(block);
  return null;
}

function $count(list: ListNode): number {
  return list.getChildren().filter((item) => $isListItemNode(item) && !$isListNode(item.getFirstChild()))
    .length;
}

/** Ticks the selected items of check lists; takes the ticks away where all have one. False where there are none. */
export function $toggleChecked(): boolean {
  const items = $checkItems();
  if (items.length === 0) return false;
  const checked = items.some((item) => item.getChecked() !== true);
  for (const item of items) item.setChecked(checked);
  return true;
}

/** Also inside a read. */
export function $checkItems(): ListItemNode[] {
  const ends = $ends();
  const first = ends === null ? null : $findMatchingParent(ends[0], $isListItemNode);
  if (ends === null || first === null) return [];
  const list = first.getParent();
  const items: LexicalNode[] =
    $isListNode(list) && list.isParentOf(ends[1]) ? $between(list, first, ends[1]) : [first];
  return items.filter($isListItemNode).filter((item) => {
    const parent = item.getParent();
    return $isListNode(parent) && parent.getListType() === 'check' && !$isListNode(item.getFirstChild());
  });
}
