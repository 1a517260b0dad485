/** The stored form of nodes, as `BlocksExtension` gives it for the whole document. Only inside a read or an update. */
import type { StoredNode } from '#domain/document/stored.ts';
import { $isElementNode, type LexicalNode } from 'lexical';
import { $isUnknownNode } from '../unknown/UnknownNode.ts';

export function $stored(node: LexicalNode): StoredNode {
  if ($isUnknownNode(node)) return node.getRaw();
  const json = node.exportJSON() as StoredNode;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($stored) } : json;
}

/** Without its children. */
export function $storedShell(node: LexicalNode): StoredNode {
  const { children: _children, ...shell } = node.exportJSON() as StoredNode;
  return shell;
}
