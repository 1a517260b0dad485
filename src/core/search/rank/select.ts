/** The best of many by score, without sorting all. */

export interface Candidates {
  docs: Uint32Array;
  scores: Float64Array;
  /** The article of each passage. */
  articleOf: Uint32Array;
}

/** Takes passages that are offered one by one. */
export interface Offered {
  /** The score below which none gets in any more. */
  readonly least: number;
  offer(doc: number, score: number): void;
}

/** Gathers the best of passages that are offered. */
export interface Top extends Offered {
  /** Those that got in, in order: higher scores first, among equals the later article, in an article the earlier passage. */
  inOrder(): Uint32Array;
}

export function createTop(limit: number, articleOf: Uint32Array): Top {
  // A heap with the last of them on top.
  const docs = new Uint32Array(limit);
  const scores = new Float64Array(limit);
  let size = 0;
  let least = limit === 0 ? Infinity : -Infinity;

  const isBefore = (doc: number, score: number, other: number): boolean =>
    score === scores[other]! ? stands(articleOf, doc, docs[other]!) < 0 : score > scores[other]!;
  const set = (at: number, doc: number, score: number): void => {
    docs[at] = doc;
    scores[at] = score;
  };
  const rise = (doc: number, score: number): void => {
    let at = size;
    size += 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (isBefore(doc, score, parent)) break;
      set(at, docs[parent]!, scores[parent]!);
      at = parent;
    }
    set(at, doc, score);
  };
  const sink = (doc: number, score: number): void => {
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(docs[child]!, scores[child]!, child + 1)) child += 1;
      if (!isBefore(doc, score, child)) break;
      set(at, docs[child]!, scores[child]!);
      at = child;
    }
    set(at, doc, score);
  };

  return {
    get least() {
      return least;
    },
    offer(doc, score) {
      if (size < limit) rise(doc, score);
      else if (limit > 0 && isBefore(doc, score, 0)) sink(doc, score);
      if (size === limit && limit > 0) least = scores[0]!;
    },
    inOrder: () => sorted(docs.subarray(0, size), scores.subarray(0, size), articleOf),
  };
}

/** The first `limit` of the candidates in order. */
export function selectBest({ docs, scores, articleOf }: Candidates, limit: number): Uint32Array {
  const top = createTop(Math.min(limit, docs.length), articleOf);
  let { least } = top;
  for (let index = 0; index < docs.length; index += 1) {
    if (scores[index]! < least) continue;
    top.offer(docs[index]!, scores[index]!);
    ({ least } = top);
  }
  return top.inOrder();
}

/** Scores are sorted into so many bins. */
const BINS = 1 << 16;

/** The candidates in order from place `from` to before `to`, however far down. */
export function selectRange({ docs, scores, articleOf }: Candidates, from: number, to: number): Uint32Array {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index]!;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
  }
  const width = highest > lowest ? (BINS - 1) / (highest - lowest) : 0;
  const counts = new Uint32Array(BINS);
  for (let index = 0; index < scores.length; index += 1)
    counts[BINS - 1 - Math.trunc((scores[index]! - lowest) * width)]! += 1;

  // The bins, best first, that hold the places wanted, and how many candidates are before them.
  let before = 0;
  let first = 0;
  while (first < BINS && before + counts[first]! <= from) before += counts[first++]!;
  let last = first;
  let within = 0;
  for (; last < BINS && before + within < to; last += 1) within += counts[last]!;

  const foundDocs = new Uint32Array(within);
  const foundScores = new Float64Array(within);
  let count = 0;
  for (let index = 0; index < scores.length && count < within; index += 1) {
    const bin = BINS - 1 - Math.trunc((scores[index]! - lowest) * width);
    if (bin < first || bin >= last) continue;
    foundDocs[count] = docs[index]!;
    foundScores[count] = scores[index]!;
    count += 1;
  }
  return sorted(foundDocs, foundScores, articleOf).subarray(from - before, to - before);
}

function sorted(docs: Uint32Array, scores: Float64Array, articleOf: Uint32Array): Uint32Array {
  const order = Uint32Array.from(docs.keys());
  order.sort((a, b) => scores[b]! - scores[a]! || stands(articleOf, docs[a]!, docs[b]!));
  return order.map((index) => docs[index]!);
}

/** Negative where passage `a` stands before `b` of the same score. */
function stands(articleOf: Uint32Array, a: number, b: number): number {
  return articleOf[b]! - articleOf[a]! || a - b;
}
