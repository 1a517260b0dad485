import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type NodeKey,
} from 'lexical';
import { $isSnippetNode } from '../snippet/SnippetNode.ts';
import { $isCitationNode } from './CitationNode.ts';

/** Puts the caret behind a citation, or at the beginning of a quote. Only inside an update. */
export function $caretAtCitation(key: NodeKey): void {
  const node = $getNodeByKey(key);
  if ($isCitationNode(node)) node.selectNext(0, 0);
  else if ($isSnippetNode(node)) node.selectStart();
}

/** The key of the citation that is selected or beside the caret, else of the quote around the caret. Only inside a read. */
export function $citationAtCaret(): NodeKey | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) return selection.getNodes().find($isCitationNode)?.getKey() ?? null;
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  const beside = (
    $isElementNode(node)
      ? [node.getChildAtIndex(offset - 1), node.getChildAtIndex(offset)]
      : [node.getPreviousSibling(), node.getNextSibling()]
  ).find($isCitationNode);
  return (beside ?? $findMatchingParent(node, $isSnippetNode))?.getKey() ?? null;
}
