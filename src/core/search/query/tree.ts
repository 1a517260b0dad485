/** Makes trees in their shortest form, and reads them. */
import type { QueryNode, WordsNode } from './ast.ts';

/** All of the parts; each counts once. Null where there are none. */
export function all(parts: readonly QueryNode[]): QueryNode | null {
  return joined('all', parts);
}

/** Any of the parts. */
export function any(parts: readonly QueryNode[]): QueryNode | null {
  return joined('any', parts);
}

export function not(node: QueryNode): QueryNode {
  return node.kind === 'not' ? node.of : { kind: 'not', of: node };
}

function joined(kind: 'all' | 'any', parts: readonly QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const of = [...new Map(flat.map((part) => [JSON.stringify(part), part])).values()];
  return of.length > 1 ? { kind, of } : (of[0] ?? null);
}

/** The words that a passage is found by: those of the tree that are not taken out and not in a field. */
export function wantedWords(node: QueryNode | null): WordsNode[] {
  if (node === null) return [];
  if (node.kind === 'words') return node.field === undefined ? [node] : [];
  return node.kind === 'all' || node.kind === 'any' || node.kind === 'near'
    ? node.of.flatMap(wantedWords)
    : [];
}
