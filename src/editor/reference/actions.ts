/** What is done with cross references. Only inside an update, but for what is named otherwise. */
import { $isCodeNode } from '@lexical/code';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type NodeKey,
} from 'lexical';
import { $ensureBlockId } from '../document/blockId.ts';
import { $selectBodyEnd } from '../footnote/realm.ts';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { $createCrossReferenceNode, type CrossReferenceNode } from './CrossReferenceNode.ts';
import { $targetOf } from './targets.ts';

/** Not in code, nor in a quote, whose words are another's. Also inside a read. */
export function $mayInsertReference(): boolean {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes().at(-1);
  if (node === undefined) return true;
  return $enclosingSnippet(node) === null && $findMatchingParent(node, $isCodeNode) === null;
}

/** Refers to a heading or caption where the caret is, which then stands behind the reference. */
export function $insertReference(key: NodeKey): void {
  const block = $getNodeByKey(key);
  const target = block === null ? null : $ensureBlockId(block);
  if (target === null || !$mayInsertReference()) return;
  const reference = $createCrossReferenceNode(target);
  const selection = $getSelection();
  const range = $isRangeSelection(selection)
    ? selection
    : $isNodeSelection(selection)
      ? selection.getNodes().at(-1)!.selectNext(0, 0)
      : $selectBodyEnd();
  range.insertNodes([reference]);
  reference.selectNext(0, 0);
}

/** Puts the caret at the beginning of what a reference leads to; false where that is gone. */
export function $followReference(reference: CrossReferenceNode): boolean {
  const target = $targetOf(reference.getTarget());
  if (!$isElementNode(target)) return false;
  target.selectStart();
  return true;
}
