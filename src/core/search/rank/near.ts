/** Words near each other, in passages that hold all of them. */
import { weightAt, WIDE } from '../segment/format.ts';
import type { Arena } from './arena.ts';
import type { Places, Stored } from './places.ts';

/**
 * Keeps for each of the words the places from which all others are reached with at most `distance` terms
 * between the first and the last of the group. As FTS5 does it, one group after the other from left to right.
 */
export function nearEachOther(
  each: readonly Places[],
  docs: Uint32Array,
  distance: number,
  arena: Arena,
): Places[] {
  const kept = arena.uint32(docs.length);
  const out = each.map(({ ends, span }) => ({
    ends: arena.uint32(docs.length),
    positions: arena.uint16(ends[docs.length - 1] ?? 0),
    count: 0,
    last: -1,
    span,
  }));
  const at = new Uint32Array(each.length);
  let passages = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const before = out[0]!.count;
    for (let word = 0; word < each.length; word += 1) {
      at[word] = index === 0 ? 0 : each[word]!.ends[index - 1]!;
      out[word]!.last = -1;
    }
    const isLeft = (word: number): boolean => at[word]! < each[word]!.ends[index]!;
    const place = (word: number): number => each[word]!.positions[at[word]!]!;
    groups: for (;;) {
      // Moves every word to where it can be in a group that ends at the furthest.
      let furthest = -1;
      for (let word = 0; word < each.length; word += 1) {
        if (!isLeft(word)) break groups;
        if (place(word) > furthest) furthest = place(word);
      }
      for (let word = 0, settled = 0; settled < each.length; word = (word + 1) % each.length) {
        const least = furthest - each[word]!.span - distance;
        while (isLeft(word) && place(word) < least) at[word]! += 1;
        if (!isLeft(word)) break groups;
        if (place(word) > furthest) {
          furthest = place(word);
          settled = 0;
        }
        settled += 1;
      }
      let next = 0;
      for (let word = 0; word < each.length; word += 1) {
        const own = out[word]!;
        const position = place(word);
        if (position !== own.last) own.positions[own.count++] = position;
        own.last = position;
        if (followingPlace(each[word]!, at[word]!, index) < followingPlace(each[next]!, at[next]!, index))
          next = word;
      }
      at[next]! += 1;
    }
    if (out[0]!.count === before) continue;
    kept[passages] = docs[index]!;
    for (const own of out) own.ends[passages] = own.count;
    passages += 1;
  }
  return out.map(({ ends, positions, span }) => ({
    docs: kept.subarray(0, passages),
    ends: ends.subarray(0, passages),
    positions,
    span,
  }));
}

/** Where the word stands next in the passage; infinitely far where it does not. */
function followingPlace({ ends, positions }: Places, at: number, index: number): number {
  return at + 1 < ends[index]! ? positions[at + 1]! : Infinity;
}

/** How often each of two words is near the other, in the passages where they are. */
export interface NearPair {
  docs: Uint32Array;
  /** For BM25, of the first and of the second. */
  weights: [Uint16Array, Uint16Array];
}

/** As `nearEachOther`, for the two words that most are, compared as they are stored. */
export function nearPair(
  a: Stored,
  b: Stored,
  docs: Uint32Array,
  lengths: Uint16Array,
  distance: number,
  arena: Arena,
): NearPair {
  const kept = arena.uint32(docs.length);
  const weightsA = arena.uint16(docs.length);
  const weightsB = arena.uint16(docs.length);
  const { bytes: bytesA, starts: startsA, counts: countsA } = a;
  const { bytes: bytesB, starts: startsB, counts: countsB } = b;
  const reach = distance + 1;
  let passages = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const doc = docs[index]!;
    const wide = lengths[doc]! >= WIDE;
    const step = wide ? 2 : 1;
    let x = startsA[index]!;
    let y = startsB[index]!;
    const xEnd = x + countsA[index]! * step;
    const yEnd = y + countsB[index]! * step;
    let lastP = -1;
    let lastQ = -1;
    let weightA = 0;
    let weightB = 0;
    let p = wide ? bytesA[x]! | (bytesA[x + 1]! << 8) : bytesA[x]!;
    let q = wide ? bytesB[y]! | (bytesB[y + 1]! << 8) : bytesB[y]!;
    for (;;) {
      const nextX = x + step;
      const nextY = y + step;
      let movesA = q > p;
      if (q - p <= reach && p - q <= reach) {
        if (p !== lastP) weightA += wide ? weightAt(p) : 1;
        if (q !== lastQ) weightB += wide ? weightAt(q) : 1;
        lastP = p;
        lastQ = q;
        // The one that stands again sooner moves on; the first one among equals.
        if (nextY >= yEnd) movesA = true;
        else if (nextX >= xEnd) movesA = false;
        else {
          const nextP = wide ? bytesA[nextX]! | (bytesA[nextX + 1]! << 8) : bytesA[nextX]!;
          const nextQ = wide ? bytesB[nextY]! | (bytesB[nextY + 1]! << 8) : bytesB[nextY]!;
          movesA = nextP <= nextQ;
        }
      }
      if (movesA) {
        if (nextX >= xEnd) break;
        x = nextX;
        p = wide ? bytesA[x]! | (bytesA[x + 1]! << 8) : bytesA[x]!;
      } else {
        if (nextY >= yEnd) break;
        y = nextY;
        q = wide ? bytesB[y]! | (bytesB[y + 1]! << 8) : bytesB[y]!;
      }
    }
    kept[passages] = doc;
    weightsA[passages] = Math.min(weightA, 0xffff);
    weightsB[passages] = Math.min(weightB, 0xffff);
    passages += weightA > 0 ? 1 : 0;
  }
  return {
    docs: kept.subarray(0, passages),
    weights: [weightsA.subarray(0, passages), weightsB.subarray(0, passages)],
  };
}
