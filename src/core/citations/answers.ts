/** Answers about citations, each told by one that its caller has: most of a brief stays as it was. */
import { randomUUID } from 'node:crypto';
import { DossierError } from '#contract/errors.ts';
import type { BibliographyEntry, CitationsProgress, ClusterText } from '#domain/citation.ts';
import { listChanges } from '#domain/listChanges.ts';
import { type Formatting, type FormatRequest, startFormatting } from './engine/engine.ts';
import { LatestUsed } from './latestUsed.ts';
import { MAX_KEPT } from './questions.ts';

export interface Answers {
  /** Formats the clusters at the places `first`, and answers with all that are formatted, by what `known` said. */
  soon(request: FormatRequest, first: readonly number[], known: string | null): CitationsProgress;
  /** Goes on behind an answer, once; throws `not_found` for one that others have overtaken. */
  more(answer: string, first: readonly number[]): CitationsProgress;
}

/** What the caller of an answer has. */
interface Given {
  clusters: (ClusterText | null)[];
  bibliography: BibliographyEntry[];
}

interface Kept extends Given {
  /** Null once all is told, or another answer went on. */
  formatting: Formatting | null;
}

/** Milliseconds for what is not asked for first: few changes are answered at once. */
const SOON = 12;
const MORE = 40;

const NOTHING: Given = { clusters: [], bibliography: [] };

export function createAnswers(): Answers {
  /** A thread that is started anew must not know the names that another one gave. */
  const names = randomUUID();
  let lastName = 0;
  /** By name. */
  const kept = new LatestUsed<string, Kept>(MAX_KEPT);

  const tell = (
    formatting: Formatting,
    first: readonly number[],
    budget: number,
    before: Given,
  ): CitationsProgress => {
    const { clusters, bibliography, ...progress } = formatting.advance(first, budget);
    lastName += 1;
    const answer = `${names}.${lastName}`;
    kept.set(answer, {
      clusters,
      bibliography: bibliography ?? before.bibliography,
      formatting: bibliography === null ? formatting : null,
    });
    return {
      ...progress,
      answer,
      clusters: listChanges(before.clusters, clusters),
      bibliography: bibliography === null ? null : listChanges(before.bibliography, bibliography),
    };
  };

  return {
    soon(request, first, known) {
      const before = known === null ? undefined : kept.get(known);
      return tell(startFormatting(request), first, SOON, before ?? NOTHING);
    },
    more(answer, first) {
      const before = kept.get(answer);
      if (before === undefined || before.formatting === null)
        throw new DossierError(
          'not_found',
          'These citations are no longer being formatted. Ask for them anew.',
        );
      const { formatting } = before;
      before.formatting = null;
      return tell(formatting, first, MORE, before);
    },
  };
}
