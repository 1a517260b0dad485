/**
 * Leaves of the document that can carry a state of their own: text, and what stands as one thing such as a citation
 * or a picture. A state on them (`createState`) is split, copied and undone with the words; text of different states
 * is never run together, and an older Dossier that does not know the state keeps it. Works only inside an update or a
 * read.
 */
import {
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  type DecoratorNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { $isUnknownNode } from '../unknown/UnknownNode.ts';

export type Leaf = TextNode | DecoratorNode<unknown>;

/** What a newer Dossier wrote is written back as it came: it takes no state. */
export function $isLeaf(node: LexicalNode | null | undefined): node is Leaf {
  return $isTextNode(node) || ($isDecoratorNode(node) && !$isUnknownNode(node));
}

/** The leaves that are selected, in the order of the document; text is split at the ends of the selection. */
export function $selectedLeaves(): Leaf[] {
  const selection = $getSelection();
  if (selection === null) return [];
  if ($isRangeSelection(selection))
    return selection.isCollapsed() ? [] : selection.extract().filter($isLeaf).filter($hasExtent);
  const leaves = selection.getNodes().flatMap($leavesOf);
  return $isNodeSelection(selection)
    ? leaves.toSorted((a, b) => (a.isBefore(b) ? -1 : 1))
    : [...new Map(leaves.map((leaf) => [leaf.getKey(), leaf])).values()];
}

/** All leaves in a node, itself included. */
export function $leavesOf(node: LexicalNode): Leaf[] {
  if ($isLeaf(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($leavesOf) : [];
}

/** The next leaf of the document, whichever block it stands in. */
export function $nextLeaf(node: LexicalNode): Leaf | null {
  return $neighbour(node, 'next');
}

export function $previousLeaf(node: LexicalNode): Leaf | null {
  return $neighbour(node, 'previous');
}

function $hasExtent(leaf: Leaf): boolean {
  return !$isTextNode(leaf) || leaf.getTextContentSize() > 0;
}

function $neighbour(from: LexicalNode, side: 'next' | 'previous'): Leaf | null {
  const beside = (node: LexicalNode): LexicalNode | null =>
    side === 'next' ? node.getNextSibling() : node.getPreviousSibling();
  let node: LexicalNode | null = from;
  while (node !== null) {
    let next: LexicalNode | null = beside(node);
    while (next === null) {
      node = node.getParent();
      if (node === null) return null;
      next = beside(node);
    }
    node = next;
    while ($isElementNode(node) && !node.isEmpty())
      node = side === 'next' ? node.getFirstChildOrThrow() : node.getLastChildOrThrow();
    if ($isLeaf(node)) return node;
  }
  return null;
}
