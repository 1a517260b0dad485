/** Blocks without text of their own, which are selected as a whole. */
import {
  $createNodeSelection,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $setSelection,
  type LexicalNode,
} from 'lexical';
import { typesText } from '../keys.ts';

/** Selects a block alone. Only inside an update. */
export function $selectBlock(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/**
 * Words typed while a block that `$is` tells is selected go behind it; without a caret they would be lost. Enter
 * begins a paragraph there.
 */
export function $writeBehind(
  event: KeyboardEvent,
  $is: (node: LexicalNode | undefined) => node is LexicalNode,
): boolean {
  const selection = $getSelection();
  const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
  if (others.length > 0 || !$is(node)) return false;
  if (event.key !== 'Enter' && !typesText(event)) return false;
  const paragraph = $createParagraphNode();
  node.insertAfter(paragraph);
  paragraph.select();
  if (event.key === 'Enter') event.preventDefault();
  return event.key === 'Enter';
}

/** Puts the caret into the block behind, which is made where there is none. Only inside an update. */
export function $goBehind(node: LexicalNode): void {
  const next = node.getNextSibling();
  if ($isElementNode(next) && !next.isShadowRoot()) {
    next.selectStart();
    return;
  }
  const paragraph = $createParagraphNode();
  node.insertAfter(paragraph);
  paragraph.select();
}
