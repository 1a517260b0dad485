import { DELETED_BLOCKS_TYPE, DELETION_TYPE, INSERTED } from '#domain/document/suggestions/marks.ts';
import type { CopiedNode } from './foreign.ts';

/** A copy is as the text reads with its suggestions accepted: they are pending where they stand, not where they go. */
export function withoutSuggestions(nodes: readonly CopiedNode[]): CopiedNode[] {
  return nodes
    .filter(({ type }) => type !== DELETION_TYPE && type !== DELETED_BLOCKS_TYPE)
    .map(({ $: states, ...node }) => {
      const { [INSERTED]: _mark, ...others } = (states ?? {}) as Record<string, unknown>;
      const own: CopiedNode = Object.keys(others).length > 0 ? { ...node, $: others } : node;
      return own.children === undefined ? own : { ...own, children: withoutSuggestions(own.children) };
    });
}
