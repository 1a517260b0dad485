/** Finds, for a batch of sketches, which older ones are like them. */
import { mix } from './shingles.ts';
import { BANDS, similarity, SLOTS } from './sketch.ts';

/** Sketches one behind the other, with the version that each is of. */
export interface Sketches {
  versions: Uint32Array<ArrayBuffer>;
  /** SLOTS bytes each. */
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Match {
  older: number;
  newer: number;
}

export interface Matcher {
  /** Looks for texts like those of the batch among older ones. To be called for the oldest first. */
  compare(older: Sketches): void;
  /** What is alike among those and within the batch itself, of each text the most alike first. Ends the matching. */
  matches(): Match[];
}

/** Others that share a band with a text and are looked at, and how many of them are told, the most alike first. */
const MOST_CANDIDATES = 100;
const MOST_FOUND = 3;
/** Texts below this share of common word sequences are not told; the estimate is off by 0.05 at most times. */
const LEAST_SIMILARITY = 0.5;
const NONE = -1;
/** A place among bands is text × BANDS + number: BANDS is a power of two. */
const TEXT_SHIFT = Math.log2(BANDS);
const BAND_MASK = BANDS - 1;

/**
 * The bands of the batch lie in a hash table, and whatever is older walks past it: no index of all bands has to be
 * kept, on the disk or in memory, and 100,000 older texts pass by in some 30 ms.
 */
export function createMatcher(batch: Sketches): Matcher {
  const count = batch.versions.length;
  const bands = new Uint32Array(batch.bytes.buffer, batch.bytes.byteOffset, count * BANDS);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * BANDS * 2)));
  /** The last place of each bucket, and of each place the one before it. */
  const heads = new Int32Array(size).fill(NONE);
  const before = new Int32Array(count * BANDS);
  const tried = new Uint8Array(count);
  /** The last one that a text was compared with, so that a pair that shares several bands is looked at once. */
  const lastTried = new Int32Array(count).fill(NONE);
  const found = new Map<number, { version: number; alike: number }[]>();
  let walked = 0;

  const bucketOf = (value: number, band: number): number => mix(value + band * 0x9e3779b1) & (size - 1);

  const insert = (text: number): void => {
    for (let at = text * BANDS; at < (text + 1) * BANDS; at += 1) {
      const bucket = bucketOf(bands[at]!, at & BAND_MASK);
      before[at] = heads[bucket]!;
      heads[bucket] = at;
    }
  };

  const tryPair = (text: number, version: number, bytes: Uint8Array, at: number): void => {
    tried[text]! += 1;
    const alike = similarity(batch.bytes, bytes, text * SLOTS, at * SLOTS);
    if (alike < LEAST_SIMILARITY) return;
    const best = [...(found.get(text) ?? []), { version, alike }].toSorted((a, b) => b.alike - a.alike);
    found.set(text, best.slice(0, MOST_FOUND));
  };

  for (let text = 0; text < count; text += 1) insert(text);

  return {
    compare(older) {
      const others = new Uint32Array(
        older.bytes.buffer,
        older.bytes.byteOffset,
        older.versions.length * BANDS,
      );
      for (let at = 0; at < others.length; at += 1) {
        const value = others[at]!;
        const bucket = bucketOf(value, at & BAND_MASK);
        if (heads[bucket] === NONE) continue;
        const other = at >>> TEXT_SHIFT;
        let last = NONE;
        for (let mine = heads[bucket]!; mine !== NONE; mine = before[mine]!) {
          const text = mine >>> TEXT_SHIFT;
          if (tried[text]! >= MOST_CANDIDATES) {
            // Taken out, so that a thousand copies of one text are not walked past a thousand times.
            if (last === NONE) heads[bucket] = before[mine]!;
            else before[last] = before[mine]!;
            continue;
          }
          last = mine;
          if (bands[mine] !== value || ((mine ^ at) & BAND_MASK) !== 0 || lastTried[text] === walked + other)
            continue;
          lastTried[text] = walked + other;
          tryPair(text, older.versions[other]!, older.bytes, other);
        }
      }
      walked += older.versions.length;
    },
    matches() {
      heads.fill(NONE);
      lastTried.fill(NONE);
      for (let text = 0; text < count; text += 1) {
        for (let at = text * BANDS; at < (text + 1) * BANDS; at += 1)
          for (
            let other = heads[bucketOf(bands[at]!, at & BAND_MASK)]!;
            other !== NONE;
            other = before[other]!
          ) {
            const older = other >>> TEXT_SHIFT;
            if (tried[text]! >= MOST_CANDIDATES) break;
            if (bands[other] !== bands[at] || ((other ^ at) & BAND_MASK) !== 0 || lastTried[older] === text)
              continue;
            lastTried[older] = text;
            tryPair(text, batch.versions[older]!, batch.bytes, older);
          }
        insert(text);
      }
      return [...found]
        .toSorted(([a], [b]) => a - b)
        .flatMap(([text, best]) =>
          best.map(({ version }) => ({ older: version, newer: batch.versions[text]! })),
        );
    },
  };
}
