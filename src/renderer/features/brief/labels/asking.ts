/** Asks the core to format citations, and keeps its last answer: later ones tell only what is not in it. */
import type { BibliographyEntry, CitationsProgress, Cited, ClusterText } from '#domain/citation.ts';
import { DossierError } from '#contract/errors.ts';
import { changedList, listChanges } from '#domain/listChanges.ts';
import { client } from '../../../api/client.ts';

interface Asked extends Cited {
  styleId: string;
  /** BCP 47. */
  language: string;
}

/** What has come of an answer so far. What did not change since an earlier one is the same object. */
export interface Answer extends Pick<CitationsProgress, 'styleClass' | 'footnotes' | 'missing'> {
  /** By which the core knows it. */
  name: string;
  /** In the order that was asked for; null for those that are on their way. */
  clusters: (ClusterText | null)[];
  /** As it was before, until all is formatted. */
  bibliography: BibliographyEntry[];
  /** What it was asked for. */
  asked: Cited['clusters'];
}

/**
 * Asks in parts: each gives `onPart` all that has come; stops where `isCurrent` says no. `first` gives the places of
 * the clusters that are in view. Rejects as `citations.formatSoon` does.
 */
export type AskInParts = (
  asked: Asked,
  first: () => number[],
  isCurrent: () => boolean,
  onPart: (answer: Answer) => void,
) => Promise<void>;

export function createAsking(): AskInParts {
  let last: Answer | null = null;
  return async (asked, first, isCurrent, onPart) => {
    const ask = (before: Answer | null): Promise<CitationsProgress> => {
      const clusters = listChanges(before?.asked ?? [], asked.clusters);
      return client.call('citations.formatSoon', {
        ...asked,
        clusters,
        first: first(),
        known: before?.name ?? null,
      });
    };
    let before = last;
    let part: CitationsProgress;
    try {
      part = await ask(before);
    } catch (error) {
      const isForgotten = before !== null && error instanceof DossierError && error.code === 'not_found';
      if (!isForgotten) throw error;
      before = null;
      part = await ask(null);
    }
    while (isCurrent()) {
      before = answerOf(part, before, asked.clusters);
      last = before;
      onPart(before);
      if (part.bibliography !== null) return;
      part = await client.call('citations.formatMore', { answer: before.name, first: first() });
    }
  };
}

/** A core that did not know `before` tells all, which is no change of anything. */
function answerOf(
  { answer: name, clusters, bibliography, styleClass, footnotes, missing }: CitationsProgress,
  before: Answer | null,
  asked: Cited['clusters'],
): Answer {
  const listed = before?.bibliography ?? [];
  return {
    name,
    asked,
    styleClass,
    footnotes,
    missing: before !== null && before.missing.join() === missing.join() ? before.missing : missing,
    clusters: changedList(before?.clusters ?? [], clusters),
    bibliography: bibliography === null ? listed : changedList(listed, bibliography),
  };
}
