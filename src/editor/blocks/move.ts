/** Moves blocks and list items over their neighbours. Only inside an update. */
import { captionNeighbour, captionPlaces } from '#domain/document/figures.ts';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $findMatchingParent, type ElementNode, type LexicalNode } from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $between, $ends, $selectedBlocks } from './selectedBlocks.ts';

/**
 * Moves the selected list items, or else the selected blocks, by one place up or down, with what belongs to them: the
 * items nested in an item, the caption of a table or picture. False where there is no place to go.
 */
export function $moveSelected(step: -1 | 1): boolean {
  const ends = $ends();
  if (ends === null) return false;
  const list = $commonList(...ends);
  const holder = list ?? $selectedBlocks()[0]?.getParent() ?? null;
  if (holder === null) return false;
  const groups = list === null ? $blockGroups(holder) : $itemGroups(list);
  const chosen = new Set(
    (list === null ? $selectedBlocks() : $between(list, ...ends)).map((node) => node.getKey()),
  );
  const isChosen = (group: LexicalNode[]): boolean => group.some((node) => chosen.has(node.getKey()));
  const first = groups.findIndex(isChosen);
  const last = groups.findLastIndex(isChosen);
  const neighbour = groups[step < 0 ? first - 1 : last + 1];
  if (first < 0 || neighbour === undefined) return false;
  // The neighbour moves, so that the selection stays in nodes that do not.
  if (step < 0) {
    let place = groups[last]!.at(-1)!;
    for (const node of neighbour) place = place.insertAfter(node, false);
  } else for (const node of neighbour) groups[first]![0]!.insertBefore(node, false);
  return true;
}

/** The innermost list that both nodes stand in. */
function $commonList(first: LexicalNode, last: LexicalNode): ListNode | null {
  const list = $findMatchingParent(first, $isListNode);
  if (list === null || list.is(last) || list.isParentOf(last)) return list;
  const outer = list.getParent();
  return outer === null ? null : $commonList(outer, last);
}

/** Items each with the lists nested in it, which Lexical keeps in items of their own behind it. */
function $itemGroups(list: ListNode): LexicalNode[][] {
  const groups: LexicalNode[][] = [];
  for (const item of list.getChildren()) {
    const isNested = $isListItemNode(item) && $isListNode(item.getFirstChild());
    if (isNested && groups.length > 0) groups.at(-1)!.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Blocks each with its captions; footnotes keep their place. */
function $blockGroups(holder: ElementNode): LexicalNode[][] {
  const blocks = holder.getChildren().filter((block) => !$isFootnotesNode(block));
  const places = captionPlaces(blocks.map((block) => captionNeighbour(block.getType())));
  const groups: LexicalNode[][] = [];
  let open = false;
  for (const [index, block] of blocks.entries()) {
    const side = places.get(index)?.side;
    if (open || side === 'below') groups.at(-1)!.push(block);
    else groups.push([block]);
    open = side === 'above';
  }
  return groups;
}
