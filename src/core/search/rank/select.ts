/** The best of many by score, without sorting all. */

export interface Candidates {
  docs: Uint32Array;
  scores: Float64Array;
  /** The article of each passage. */
  articleOf: Uint32Array;
}

/**
 * Indexes of the first `limit` candidates in order: higher scores first, among equals the later article, in an
 * article the earlier passage.
 */
export function selectBest({ docs, scores, articleOf }: Candidates, limit: number): Uint32Array {
  const isBefore = (a: number, b: number): boolean => {
    if (scores[a] !== scores[b]) return scores[a]! > scores[b]!;
    const first = articleOf[docs[a]!]!;
    const second = articleOf[docs[b]!]!;
    return first === second ? docs[a]! < docs[b]! : first > second;
  };
  const compare = (a: number, b: number): number => (a === b ? 0 : isBefore(a, b) ? -1 : 1);
  const size = Math.min(limit, docs.length);
  // A heap of the best so far, the last of them on top.
  const heap = new Uint32Array(size);
  for (let index = 0; index < size; index += 1) heap[index] = index;
  const sink = (from: number): void => {
    const index = heap[from]!;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(heap[child]!, heap[child + 1]!)) child += 1;
      if (!isBefore(index, heap[child]!)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = index;
  };
  if (size === 0) return heap;
  for (let at = size >>> 1; at >= 0; at -= 1) sink(at);
  let least = scores[heap[0]!]!;
  for (let index = size; index < docs.length; index += 1) {
    if (scores[index]! < least || !isBefore(index, heap[0]!)) continue;
    heap[0] = index;
    sink(0);
    least = scores[heap[0]]!;
  }
  heap.sort(compare);
  return heap;
}
