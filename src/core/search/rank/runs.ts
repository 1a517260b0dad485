/** Which articles passages belong to. All passages of an article follow each other, so that each is one run. */
import { CHUNK } from '../chunk.ts';
import type { Arena } from './arena.ts';
import type { Candidates } from './select.ts';

export interface Runs {
  /** The articles, each once, in the order of their passages. */
  ids: Uint32Array;
  /** Where the passages of each begin in the list; one more than there are articles. */
  starts: Uint32Array;
}

/** `docs` rise; all article ids are below `articles`. */
export function runsOf(docs: Uint32Array, articleOf: Uint32Array, articles: number, arena: Arena): Runs {
  const most = Math.min(docs.length, articles);
  const ids = arena.uint32(most + 1);
  const starts = arena.uint32(most + 1);
  let count = 0;
  for (let from = 0; from < docs.length; from += CHUNK)
    count = runsIn(docs, articleOf, from, Math.min(from + CHUNK, docs.length), ids, starts, count);
  starts[count] = docs.length;
  return { ids: ids.subarray(0, count), starts: starts.subarray(0, count + 1) };
}

function runsIn(
  docs: Uint32Array,
  articleOf: Uint32Array,
  from: number,
  to: number,
  ids: Uint32Array,
  starts: Uint32Array,
  before: number,
): number {
  let count = before;
  let last = count === 0 ? 0 : ids[count - 1]!;
  // Without a branch: whether the next passage is of the same article cannot be foreseen.
  for (let index = from; index < to; index += 1) {
    const id = articleOf[docs[index]!]!;
    ids[count] = id;
    starts[count] = index;
    count += id === last ? 0 : 1;
    last = id;
  }
  return count;
}

/** Of each article its passage with the highest score, the first among equals. */
export function bestOfEach(
  { docs, scores }: Omit<Candidates, 'articleOf'>,
  { ids, starts }: Runs,
): Omit<Candidates, 'articleOf'> {
  const best = new Uint32Array(ids.length);
  const bestScores = new Float64Array(ids.length);
  for (let run = 0; run < ids.length; run += 1) {
    let place = starts[run]!;
    for (let at = place + 1; at < starts[run + 1]!; at += 1) if (scores[at]! > scores[place]!) place = at;
    best[run] = docs[place]!;
    bestScores[run] = scores[place]!;
  }
  return { docs: best, scores: bestScores };
}
