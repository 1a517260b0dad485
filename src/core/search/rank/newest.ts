/** What was found in the order of its articles' dates, read off the catalogue without sorting. */
import type { Arena } from './arena.ts';
import type { Runs } from './runs.ts';

export interface Dated {
  docs: Uint32Array;
  runs: Runs;
  /** Articles that have no such passages but are found as well, each with the passage that stands for it. */
  scattered: { ids: Uint32Array; docs: Uint32Array };
}

/** An article that was found: its passages in the list, or the one that stands for it. */
export interface DatedArticle {
  id: number;
  docs: Uint32Array;
}

/** Goes through the articles found, each time from the first, in the order of `newest`, which lists all there are. */
export function createNewestFirst(
  { docs, runs, scattered }: Dated,
  newest: Uint32Array,
  arena: Arena,
): () => Generator<DatedArticle> {
  // For each article id the number of its run from 1 on, and behind those, of its scattered passage.
  let highest = 0;
  for (let place = 0; place < newest.length; place += 1)
    if (newest[place]! > highest) highest = newest[place]!;
  const where = arena.uint32(highest + 1).fill(0);
  const { ids, starts } = runs;
  for (let run = 0; run < ids.length; run += 1) where[ids[run]!] = run + 1;
  for (let place = 0; place < scattered.ids.length; place += 1)
    where[scattered.ids[place]!] = ids.length + place + 1;

  return function* () {
    for (let place = 0; place < newest.length; place += 1) {
      const id = newest[place]!;
      const run = where[id]! - 1;
      if (run < 0) continue;
      if (run < ids.length) yield { id, docs: docs.subarray(starts[run], starts[run + 1]) };
      else yield { id, docs: scattered.docs.subarray(run - ids.length, run - ids.length + 1) };
    }
  };
}
