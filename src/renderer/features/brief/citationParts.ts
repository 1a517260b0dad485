/** Citations while they are being formatted: what has come so far, and what is known of the rest. */
import type { CitationsProgress, Cited, FormattedCitations, FormattedCluster } from '#domain/citation.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import { client } from '../../api/client.ts';

export interface CitationsAsked extends Pick<Cited, 'clusters' | 'footnotes' | 'uncited'> {
  styleId: string;
  language: string;
}

/**
 * Formats in parts, each handed on as it comes; stops where `isCurrent` says no. `first` gives the places of the
 * clusters that are in view. Rejects as `citations.format` does.
 */
export async function formatInParts(
  asked: CitationsAsked,
  first: () => number[],
  isCurrent: () => boolean,
  onPart: (part: CitationsProgress) => void,
): Promise<void> {
  let part = await client.call('citations.formatSoon', { ...asked, first: first() });
  while (isCurrent()) {
    onPart(part);
    if (part.run === null) return;
    part = await client.call('citations.formatMore', { run: part.run, first: first() });
  }
}

interface Gathered {
  /** As a whole answer; what has not come is as it was before, under the number that it has now. */
  formatted: FormattedCitations;
  /** By place: whether the cluster has come, or is shown as it was before. */
  known: boolean[];
}

/** `before` gives what a cluster was in the last answer; null where it was not in it, or that was in another style. */
export function createGathering(
  asked: CitationsAsked,
  bibliography: FormattedCitations['bibliography'],
  before: (at: number) => FormattedCluster | null,
): (part: CitationsProgress) => Gathered {
  const came = new Map<number, FormattedCluster>();
  return ({ clusters, styleClass, footnotes, missing, bibliography: sources }) => {
    for (const { at, cluster } of clusters) came.set(at, cluster);
    const { own } = numberNotes(asked, styleClass === 'note');
    const known: boolean[] = [];
    const all = asked.clusters.map((_, at): FormattedCluster => {
      const cluster = came.get(at) ?? written(before(at));
      known.push(cluster !== null);
      return { ...(cluster ?? { inText: null, content: [] }), noteNumber: own[at]! };
    });
    const listed = sources === null || isSame(sources, bibliography) ? bibliography : sources;
    return {
      formatted: { styleClass, footnotes, missing, clusters: all, bibliography: listed },
      known,
    };
  };
}

/** What was still on its way in the last answer says nothing. */
function written(cluster: FormattedCluster | null): FormattedCluster | null {
  return cluster === null || (cluster.content.length === 0 && cluster.inText === null) ? null : cluster;
}

/** A list that says the same stays the same object: it is long to draw. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
