/** Deleting beside what is struck through already goes on behind it. */
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
} from 'lexical';
import { $standsAt } from '../edges.ts';
import { $isDeletedBlocksNode } from './DeletedBlocksNode.ts';
import { $isDeletionNode } from './DeletionNode.ts';
import { suggestingAuthor } from './mode.ts';
import { $isTextBlock } from './units.ts';

export function stepOverDeletions(editor: LexicalEditor): () => void {
  const $step = (backward: boolean): boolean => suggestingAuthor(editor) !== null && $stepOver(backward);
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $step, COMMAND_PRIORITY_CRITICAL),
    ),
  );
}

/** True where only the caret moves: beside blocks that are struck through. */
function $stepOver(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  for (let beside = $beside(selection.anchor, backward); $isDeletionNode(beside);) {
    if (backward) beside.selectPrevious();
    else beside.selectNext(0, 0);
    beside = backward ? beside.getPreviousSibling() : beside.getNextSibling();
  }
  const block = selection.anchor.getNode().getTopLevelElement();
  const own = $getSelection();
  if (!$isRangeSelection(own)) return false;
  let at: LexicalNode | null = own.anchor.getNode();
  while (at !== null && !$isTextBlock(at)) at = at.getParent();
  const home = at ?? block;
  if (!$isElementNode(home) || !$standsAt(own, home, backward ? 'start' : 'end')) return false;
  let beside = backward ? home.getPreviousSibling() : home.getNextSibling();
  if (!$isDeletedBlocksNode(beside)) return false;
  while ($isDeletedBlocksNode(beside))
    beside = backward ? beside.getPreviousSibling() : beside.getNextSibling();
  if ($isElementNode(beside)) {
    if (backward) beside.selectEnd();
    else beside.selectStart();
  }
  return true;
}

function $beside(point: PointType, backward: boolean): LexicalNode | null {
  const node = point.getNode();
  if ($isTextNode(node)) {
    if (point.offset !== (backward ? 0 : node.getTextContentSize())) return null;
    return backward ? node.getPreviousSibling() : node.getNextSibling();
  }
  return $isElementNode(node) ? node.getChildAtIndex(backward ? point.offset - 1 : point.offset) : null;
}
