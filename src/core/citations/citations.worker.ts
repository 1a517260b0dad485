/** The thread in which citations are formatted. A call takes as long as it is given, so that the next is not kept waiting. */
import { parentPort } from 'node:worker_threads';
import { DossierError } from '#contract/errors.ts';
import type { CitationsProgress, FormattedCitations } from '#domain/citation.ts';
import { connect } from '../worker/rpc.ts';
import { formatCitations, type Formatting, type FormatRequest, startFormatting } from './engine/engine.ts';

export interface CitationsMethods {
  format(request: FormatRequest): FormattedCitations;
  /** Formats the clusters at the places `first`, and answers with all that are formatted. */
  formatSoon(request: FormatRequest, first: number[]): CitationsProgress;
  /** Goes on with an earlier request; fails with `not_found` for one that others have overtaken. */
  formatMore(run: number, first: number[]): CitationsProgress;
}

/** Milliseconds for what is not asked for first: few changes are answered at once. */
const SOON = 12;
const MORE = 40;
/** Requests that can be gone on with: one for each brief that is open somewhere. */
const MAX_RUNS = 8;

const runs = new Map<number, Formatting>();
let lastRun = 0;

function advance(run: number, formatting: Formatting, first: number[], budget: number): CitationsProgress {
  runs.delete(run);
  const progress = formatting.advance(first, budget);
  if (progress.bibliography !== null) return { ...progress, run: null };
  runs.set(run, formatting);
  const oldest = runs.keys().next().value;
  if (runs.size > MAX_RUNS && oldest !== undefined) runs.delete(oldest);
  return { ...progress, run };
}

const methods: CitationsMethods = {
  format: (request) => formatCitations(request),
  formatSoon(request, first) {
    lastRun += 1;
    return advance(lastRun, startFormatting(request), first, SOON);
  },
  formatMore(run, first) {
    const formatting = runs.get(run);
    if (formatting === undefined)
      throw new DossierError(
        'not_found',
        'These citations are no longer being formatted. Ask for them anew.',
      );
    return advance(run, formatting, first, MORE);
  },
};

if (parentPort === null) throw new Error('citations.worker.ts is to be started as a worker thread.');
connect(parentPort, methods);
