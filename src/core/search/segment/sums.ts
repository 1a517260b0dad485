/** Weights of passages added up over many lists, without going through all passages that there are. */
import type { PostingsInto } from './postings.ts';

export interface Sums {
  /** By passage. */
  weights: Uint16Array;
  /** By part of `1 << PART_BITS` passages: 1 where some of them may have a weight. */
  parts: Uint8Array;
}

export const PART_BITS = 6;

export function createSums(passages: number): Sums {
  const parts = (passages >>> PART_BITS) + 1;
  return { weights: new Uint16Array(parts << PART_BITS), parts: new Uint8Array(parts) };
}

/**
 * Writes passages with a weight down in order; all sums are 0 again then. Returns how many it wrote; there must be
 * room for one more.
 */
export function takeSums(sums: Sums, into: PostingsInto): number {
  let count = 0;
  for (let part = sums.parts.indexOf(1); part >= 0; part = sums.parts.indexOf(1, part + 1)) {
    count = takePart(sums.weights, part, into, count);
    sums.parts[part] = 0;
  }
  return count;
}

function takePart(weights: Uint16Array, part: number, { docs, weights: taken }: PostingsInto, at: number) {
  let count = at;
  const end = (part + 1) << PART_BITS;
  // Without a branch: which passages have a weight cannot be foreseen.
  for (let doc = part << PART_BITS; doc < end; doc += 1) {
    const weight = weights[doc]!;
    docs[count] = doc;
    taken[count] = weight;
    weights[doc] = 0;
    count += weight === 0 ? 0 : 1;
  }
  return count;
}
