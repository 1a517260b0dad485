/** The sources behind a citation or a quote, as node state. */
import { citationClusterSchema, type CitationCluster } from '#domain/citation.ts';
import { createState } from 'lexical';

/** Members that this version does not know are kept: the value is checked, not rebuilt. */
export function isCitationCluster(value: unknown): value is CitationCluster {
  return citationClusterSchema.safeParse(value).success;
}

/** Stored as the node's own member `items`. Throws where a stored value is no cluster. */
export const itemsState = createState('items', {
  parse(value): CitationCluster {
    if (value === undefined) return [];
    if (!isCitationCluster(value)) throw new Error('A citation in the document names no source.');
    return value;
  },
});
