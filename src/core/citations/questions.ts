/** What was asked for with the last answers, by which the next question is told: most of a brief stays as it was. */
import { DossierError } from '#contract/errors.ts';
import type { CitationCluster } from '#domain/citation.ts';
import { changedList, type ListChanges } from '#domain/listChanges.ts';
import { LatestUsed } from './latestUsed.ts';

export interface Questions {
  /**
   * The clusters that `changes` make of those asked for with the answer `known`; null: those. Throws `not_found` for
   * an answer that is not known any more, `invalid_input` for changes that are not about it.
   */
  read(known: string | null, changes: ListChanges<CitationCluster> | null): CitationCluster[];
  keep(answer: string, clusters: CitationCluster[]): void;
}

/** Answers that can be gone on with or told by: the last ones of each brief that is open somewhere. */
export const MAX_KEPT = 24;
/** As many as the contract takes of one document. */
const MAX_CLUSTERS = 20_000;

export function createQuestions(): Questions {
  /** By the name of the answer. */
  const kept = new LatestUsed<string, CitationCluster[]>(MAX_KEPT);

  const find = (answer: string): CitationCluster[] => {
    const clusters = kept.get(answer);
    if (clusters === undefined)
      throw new DossierError('not_found', 'These citations are no longer known. Ask for them anew.');
    return clusters;
  };

  return {
    read(known, changes) {
      const before = known === null ? [] : find(known);
      const isTooMany = (changes?.reduce((sum, change) => sum + lengthOf(change), 0) ?? 0) > MAX_CLUSTERS;
      if (isTooMany)
        throw new DossierError('invalid_input', `A brief has at most ${MAX_CLUSTERS} citations.`);
      try {
        return changes === null ? before : changedList(before, changes);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new DossierError('invalid_input', `The citations are told wrongly: ${error.message}`);
      }
    },
    keep: (answer, clusters) => kept.set(answer, clusters),
  };
}

function lengthOf(change: ListChanges<unknown>[number]): number {
  return 'items' in change ? change.items.length : change.count;
}
