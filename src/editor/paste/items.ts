/** Paragraphs that are pasted into a list. Only inside an update. */
import { $createListItemNode, $isListItemNode, $isListNode } from '@lexical/list';
import { $findMatchingParent, $isParagraphNode, type BaseSelection, type LexicalNode } from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';

/** As items that go on with the list where `selection` begins in one; where more is among them the list ends. */
export function $forPlace(nodes: LexicalNode[], selection: BaseSelection): LexicalNode[] {
  return $standsInItem(selection) ? $asItems(nodes) : nodes;
}

function $asItems(nodes: LexicalNode[]): LexicalNode[] {
  const isOfList = (node: LexicalNode): boolean =>
    $isParagraphNode(node) || $isListNode(node) || $isFootnotesNode(node);
  if (!nodes.every(isOfList) || $isListNode(nodes[0])) return nodes;
  return nodes.flatMap((node, index) => {
    if (index === 0) return [node];
    if ($isListNode(node)) return node.getChildren();
    return $isParagraphNode(node) ? [$createListItemNode().append(...node.getChildren())] : [node];
  });
}

function $standsInItem(selection: BaseSelection): boolean {
  const [anchor] = selection.getStartEndPoints() ?? [];
  return anchor !== undefined && $findMatchingParent(anchor.getNode(), $isListItemNode) !== null;
}
