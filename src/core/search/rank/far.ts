/** Pages far down a single list: a sample tells which scores they have, and no others are looked at. */
import type { Scorer } from './bm25.ts';
import type { Allowed, PartialList } from './partial.ts';
import { type Offered, selectRange } from './select.ts';

/** Of shorter lists all passages are put in order. */
const SHORT = 50_000;
/** One block in so many is looked at for the sample. */
const EVERY = 16;
const BINS = 4096;
/** More than is wanted, so that the sample is seldom wrong. */
const SPARE = 1.1;

/** The passages from one place in the order to before another. `total` is how many of the list are allowed. */
export function createRange(
  list: PartialList,
  allowed: Allowed,
  total: number,
  articleOf: Uint32Array,
  scorer: Scorer,
): (from: number, to: number) => Uint32Array {
  return (from, to) => {
    if (to <= from) return new Uint32Array(0);
    for (let wanted = to * SPARE; ; wanted *= 2) {
      const least = total <= SHORT || wanted >= total ? 0 : leastOf(wanted);
      const { docs, scores } = gather(least);
      if (docs.length >= to || least === 0) return selectRange({ docs, scores, articleOf }, from, to);
    }
  };

  /** A score that about so many passages have, or more. */
  function leastOf(wanted: number): number {
    const bins = new Uint32Array(BINS);
    const sample: Offered = {
      least: 0,
      offer(_doc, score) {
        bins[Math.trunc(score * (BINS - 1))]! += 1;
      },
    };
    list.offer(sample, allowed, scorer, EVERY);
    let bin = BINS - 1;
    for (let seen = 0; bin > 0; bin -= 1) {
      seen += bins[bin]! * EVERY;
      if (seen >= wanted) break;
    }
    return bin / (BINS - 1);
  }

  function gather(least: number): { docs: Uint32Array; scores: Float64Array } {
    let docs = new Uint32Array(1 << 16);
    let scores = new Float64Array(1 << 16);
    let count = 0;
    const all: Offered = {
      least,
      offer(doc, score) {
        if (count === docs.length) {
          docs = doubled(docs, new Uint32Array(count * 2));
          scores = doubled(scores, new Float64Array(count * 2));
        }
        docs[count] = doc;
        scores[count++] = score;
      },
    };
    list.offer(all, allowed, scorer);
    return { docs: docs.subarray(0, count), scores: scores.subarray(0, count) };
  }
}

function doubled<T extends Uint32Array | Float64Array>(list: T, into: T): T {
  into.set(list);
  return into;
}
