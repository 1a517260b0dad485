import { isTextual } from './marks.ts';
import type { StoredNode } from '../stored.ts';

/**
 * What blocks say: their words, what stands among them, and where a block of text begins. Neither how it looks nor in
 * what kinds of blocks it stands.
 */
export function signature(nodes: readonly StoredNode[]): string {
  return nodes.map(signatureOf).join('');
}

function signatureOf(node: StoredNode): string {
  if (typeof node['text'] === 'string') return node['text'];
  if (node.type === 'linebreak') return '\n';
  const inside = node.children === undefined ? '' : signature(node.children);
  if (isTextual(node)) return `\u0001${inside}`;
  if (node.type === 'code') return `\u0002${inside}`;
  return node.children === undefined ? `\u0003${leafIdentity(node)}\u0004` : inside;
}

/** Everything about a node without children but how it looks, and what is derived. */
export function leafIdentity({ format: _format, last: _last, $: _states, ...node }: StoredNode): string {
  return JSON.stringify(node);
}
