import { $getNodeByKey, type NodeKey } from 'lexical';
import { $isSnippetNode } from '../snippet/SnippetNode.ts';
import { $isCitationNode } from './CitationNode.ts';

/** Puts the caret behind a citation, or at the beginning of a quote. Only inside an update. */
export function $caretAtCitation(key: NodeKey): void {
  const node = $getNodeByKey(key);
  if ($isCitationNode(node)) node.selectNext(0, 0);
  else if ($isSnippetNode(node)) node.selectStart();
}
