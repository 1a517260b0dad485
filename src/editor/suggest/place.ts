/** Puts what went back into the text, struck through. Only inside an update. */
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { joinedTexts } from '#domain/document/suggestions/joinTexts.ts';
import { $isLinkNode } from '@lexical/link';
import { $isTableCellNode } from '@lexical/table';
import {
  $getNodeByKey,
  $isElementNode,
  $isRootNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isCalloutNode } from '../callout/CalloutNode.ts';
import { $isFootnoteNode } from '../footnote/FootnoteNode.ts';
import { $createDeletedBlocksNode, $isDeletedBlocksNode } from './DeletedBlocksNode.ts';
import { contentState, type DeletedNode, notesState } from './DeletedNode.ts';
import { $createDeletionNode, $isDeletionNode, type DeletionNode } from './DeletionNode.ts';
import { notesOf, type Pass } from './pass.ts';
import type { Unit } from './units.ts';

export function $holdsDeletedBlocks(holder: LexicalNode): boolean {
  return $isRootNode(holder) || $isCalloutNode(holder) || $isTableCellNode(holder) || $isFootnoteNode(holder);
}

/** A place on a line: right before or behind a node, or at the beginning of a block. */
export interface LinePlace {
  node: LexicalNode;
  side: 'before' | 'behind' | 'first';
  /** The link that it is in. */
  link: NodeKey | null;
}

/**
 * Where what went from the link `link`, or from no link, is put: before `first` of what came, else behind `previous`
 * or before `next`, whichever stands in that link.
 */
export function $linePlace(
  link: NodeKey | null,
  first: LexicalNode | null,
  previous: Unit,
  next: Unit | null,
): LinePlace | null {
  if (first !== null) return $outOf(first, 'before', link);
  const node = $getNodeByKey(previous.key);
  if (node === null || previous.kind === 'block') return null;
  if (previous.kind === 'begin') {
    const inside = next !== null && next.link !== null && next.link === link ? $getNodeByKey(next.key) : null;
    if (inside !== null) return { node: inside, side: 'before', link };
    return { node, side: 'first', link: null };
  }
  const split = $isTextNode(node) && previous.offset + 1 < node.getTextContentSize();
  const left = split ? node.splitText(previous.offset + 1)[0]! : node;
  if (previous.link !== link && link !== null && next?.link === link) {
    const inside = $getNodeByKey(next.key);
    if (inside !== null) return { node: inside, side: 'before', link };
  }
  return $outOf(left, 'behind', link);
}

/** Out of links that what went did not stand in, where it stood at their edge. */
function $outOf(node: LexicalNode, side: 'before' | 'behind', link: NodeKey | null): LinePlace {
  let place = node;
  for (let parent = place.getParent(); $isLinkNode(parent); parent = place.getParent()) {
    const sibling = side === 'before' ? place.getPreviousSibling() : place.getNextSibling();
    if (parent.getKey() === link || sibling !== null) return { node: place, side, link: parent.getKey() };
    place = parent;
  }
  return { node: place, side, link: null };
}

export function $putDeletion(
  pass: Pass,
  mark: SuggestionMark,
  content: StoredNode[],
  { node, side }: LinePlace,
): DeletionNode {
  const deletion = $createDeletionNode(mark, content, notesOf(pass, content));
  if (side === 'before') node.insertBefore(deletion);
  else if (side === 'behind') node.insertAfter(deletion);
  else if ($isElementNode(node)) node.splice(0, 0, [deletion]);
  return $joined(deletion);
}

/** Deletions beside each other that are one change become one. */
function $joined(deletion: DeletionNode): DeletionNode {
  const previous = deletion.getPreviousSibling();
  const whole = $isDeletionNode(previous) ? ($join(previous, deletion) ?? deletion) : deletion;
  const next = whole.getNextSibling();
  return $isDeletionNode(next) ? ($join(whole, next) ?? whole) : whole;
}

/** The first of two with what both hold; null where they are two changes. */
function $join<Deletion extends DeletedNode>(first: Deletion, second: Deletion): Deletion | null {
  if (first.getMark().id !== second.getMark().id) return null;
  const content = joinedTexts([...first.getContent(), ...second.getContent()]);
  const notes = [...first.getNotes(), ...second.getNotes()];
  second.remove();
  $setState<LexicalNode, string, StoredNode[]>(first, contentState, content);
  $setState<LexicalNode, string, StoredNode[]>(first, notesState, notes);
  return first;
}

/** Behind `previous`, a child of `holder`; at its beginning where that is null. */
export function $putDeletedBlocks(
  pass: Pass,
  holder: ElementNode,
  mark: SuggestionMark,
  content: StoredNode[],
  previous: LexicalNode | null,
): void {
  const node = $createDeletedBlocksNode(mark, content, notesOf(pass, content));
  if (previous === null) holder.splice(0, 0, [node]);
  else previous.insertAfter(node, false);
  const before = node.getPreviousSibling();
  const whole = $isDeletedBlocksNode(before) ? ($join(before, node) ?? node) : node;
  const behind = whole.getNextSibling();
  if ($isDeletedBlocksNode(behind)) $join(whole, behind);
}
