/** What was found in the order of its articles' dates, read off the catalogue without sorting. */
import type { Arena } from './arena.ts';
import type { Found } from './found.ts';

/** Articles that have no passages among those found but are found as well, each with the passage that stands for it. */
export interface Scattered {
  ids: Uint32Array;
  docs: Uint32Array;
}

/** An article that was found: its passages among those found, or the one that stands for it. */
export interface DatedArticle {
  id: number;
  docs: () => Uint32Array;
}

/** Goes through the articles found, each time from the first, in the order of `newest`, which lists all ids there are. */
export function createNewestFirst(
  found: Found,
  scattered: Scattered,
  newest: Uint32Array,
  arena: Arena,
): () => Generator<DatedArticle> {
  // For each article id 1 where it was found, and from 2 on the number of its scattered passage.
  const where = arena.uint32(newest.length).fill(0);
  for (let place = 0; place < found.articles.length; place += 1) where[found.articles[place]!] = 1;
  for (let place = 0; place < scattered.ids.length; place += 1) where[scattered.ids[place]!] = place + 2;

  return function* () {
    for (let place = 0; place < newest.length; place += 1) {
      const id = newest[place]!;
      const known = where[id]!;
      if (known === 1) yield { id, docs: () => found.ofArticle(id) };
      else if (known > 1) yield { id, docs: () => scattered.docs.subarray(known - 2, known - 1) };
    }
  };
}
