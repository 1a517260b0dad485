import { $copyNode, $isElementNode, type LexicalNode } from 'lexical';

/** A copy of a node and of all in it, under new keys. */
export function $copyTree(node: LexicalNode): LexicalNode {
  const copy = $copyNode(node);
  if ($isElementNode(node) && $isElementNode(copy)) copy.append(...node.getChildren().map($copyTree));
  return copy;
}
