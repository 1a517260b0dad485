/** Blocks that an update joined: words must not come under a lower mark than they were under. */
import type { MarkingLevel } from '#domain/marking.ts';
import {
  $getNodeByKey,
  $getState,
  $isElementNode,
  type EditorState,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $portionBlock, portionState } from './portion.ts';

interface Former {
  key: NodeKey;
  mark: string;
  text: string;
}

/**
 * The mark of a block to which the words of one behind it came, where that one's was higher; null where none came, or
 * none is. Only inside an update; `before` is the state before it.
 */
export function $joinedMark(
  node: ElementNode,
  before: EditorState,
  levels: readonly MarkingLevel[],
): string | null {
  const own = before.read(() => $former($getNodeByKey(node.getKey())));
  if (own === null) return null;
  let last: Former | null = null;
  const next = ({ key }: Former): Former | null => before.read(() => $next(key));
  for (let at = next(own); at !== null && $getNodeByKey(at.key)?.isAttached() !== true; at = next(at))
    last = at;
  if (last === null || last.text === '') return null;
  const text = node.getTextContent();
  // What is the beginning of its own former words took nothing from those that are gone.
  if (own.text.startsWith(text) || !text.endsWith(last.text.slice(-1))) return null;
  const rank = (mark: string): number => levels.findIndex((level) => level.mark === mark);
  const now = $getState(node, portionState);
  return last.mark !== now && (now === '' || rank(last.mark) > rank(now)) ? last.mark : null;
}

function $former(node: LexicalNode | null): Former | null {
  if (!$isElementNode(node)) return null;
  return { key: node.getKey(), mark: $getState(node, portionState), text: node.getTextContent() };
}

/** The next block of text that can be marked. */
function $next(key: NodeKey): Former | null {
  let node: LexicalNode | null = $getNodeByKey(key);
  while (node !== null) {
    while (node !== null && node.getNextSibling() === null) node = node.getParent();
    node = node?.getNextSibling() ?? null;
    const first: LexicalNode | null = $isElementNode(node) ? (node.getFirstDescendant() ?? node) : node;
    const block = first === null ? null : $portionBlock(first);
    if ($isElementNode(block)) return $former(block);
  }
  return null;
}
