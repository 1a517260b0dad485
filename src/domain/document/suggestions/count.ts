import type { StoredNode } from '../stored.ts';
import { insertedMark, readDeletion } from './marks.ts';

/** How many suggested changes a document holds. */
export function countSuggestions(root: StoredNode): number {
  const ids = new Set<string>();
  const walk = (node: StoredNode): void => {
    const mark = insertedMark(node) ?? readDeletion(node)?.mark;
    if (mark !== undefined && mark !== null) ids.add(mark.id);
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  return ids.size;
}
