/** The blocks that a selection touches. Only inside a read or an update. */
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

/** Those beside each other in what holds them all: the document, a cell, a callout. */
export function $selectedBlocks(): LexicalNode[] {
  const ends = $ends();
  if (ends === null) return [];
  const others = new Set($ancestors(ends[1]).map((node) => node.getKey()));
  const holder = $ancestors(ends[0]).find((node) => $isRootOrShadowRoot(node) && others.has(node.getKey()));
  return $isElementNode(holder) ? $between(holder, ...ends) : [];
}

/** The children of `holder` from the one that `first` is in to the one that `last` is in. */
export function $between(holder: ElementNode, first: LexicalNode, last: LexicalNode): LexicalNode[] {
  const end = $childOf(holder, last);
  const blocks: LexicalNode[] = [];
  for (
    let block = $childOf(holder, first);
    block !== null;
    block = block.is(end) ? null : block.getNextSibling()
  )
    blocks.push(block);
  return blocks;
}

/** The nodes where the selection begins and ends, in the order of the document. */
export function $ends(): [LexicalNode, LexicalNode] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    const nodes = selection?.getNodes() ?? [];
    return nodes.length === 0 ? null : [nodes[0]!, nodes.at(-1)!];
  }
  const { anchor, focus } = selection;
  return selection.isBackward() ? [focus.getNode(), anchor.getNode()] : [anchor.getNode(), focus.getNode()];
}

function $ancestors(node: LexicalNode): LexicalNode[] {
  return [node, ...node.getParents()];
}

function $childOf(holder: ElementNode, node: LexicalNode): LexicalNode | null {
  return $ancestors(node).find((ancestor) => holder.is(ancestor.getParent())) ?? null;
}
