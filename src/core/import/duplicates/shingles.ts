/** Texts as sets of short word sequences, by which near-duplicates are told. */

/** Words in a sequence. */
const LENGTH = 4;

/** The 32-bit hashes of all sequences of four words, each once. What counts as a word {@link sequences} says. */
export function shingles(text: string): Set<number> {
  return new Set(sequences(text));
}

/**
 * The 32-bit hashes of all sequences of four words, in order; they are overwritten by the next call. Case and
 * punctuation do not count; scripts that do not part words by spaces count by character. A text of fewer words is
 * one sequence.
 */
export function sequences(text: string): Uint32Array {
  const lower = text.toLowerCase();
  // A word takes a unit at least.
  if (hashes.length < lower.length) hashes = new Uint32Array(lower.length * 2);
  const words = hashWords(lower, hashes);
  const count = words === 0 ? 0 : Math.max(1, words - LENGTH + 1);
  for (let at = 0; at < count; at += 1) {
    let hash = 0x811c9dc5;
    const end = Math.min(words, at + LENGTH);
    for (let word = at; word < end; word += 1)
      hash = Math.imul(hash ^ hashes[word]!, 0x01000193) ^ (hash >>> 15);
    hashes[at] = mix(hash);
  }
  return hashes.subarray(0, count);
}

let hashes = new Uint32Array(1 << 14);

/** FNV-1a of each word, http://www.isthe.com/chongo/tech/comp/fnv/. Returns how many there are. */
function hashWords(lower: string, into: Uint32Array): number {
  let words = 0;
  let hash = 0x811c9dc5;
  let inWord = false;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    const kind = KINDS[unit];
    if (kind === LETTER) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      inWord = true;
      continue;
    }
    if (inWord) {
      into[words] = hash;
      words += 1;
    }
    inWord = false;
    hash = 0x811c9dc5;
    if (kind === BREAK) continue;
    into[words] = Math.imul(hash ^ unit, 0x01000193);
    words += 1;
  }
  if (!inWord) return words;
  into[words] = hash;
  return words + 1;
}

const BREAK = 0;
const LETTER = 1;
/** A character that is a word of its own. */
const ALONE = 2;

/** By ranges of UTF-16 units: fast, and as exact as a comparison needs. */
function kindOf(unit: number): number {
  if (unit < 0x80) {
    const isWord = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    return isWord ? LETTER : BREAK;
  }
  if (unit < 0xc0) return unit === 0xb5 || unit === 0xaa || unit === 0xba ? LETTER : BREAK;
  if (unit < 0x2000) return LETTER;
  if (unit < 0x2070) return BREAK;
  if (unit >= 0x3000 && unit < 0x3040) return BREAK;
  if ((unit >= 0x3040 && unit < 0xa000) || (unit >= 0xf900 && unit < 0xfb00)) return ALONE;
  if (unit >= 0xff00 && unit < 0xff10) return BREAK;
  return LETTER;
}

const KINDS = new Uint8Array(0x10000).map((_none, unit) => kindOf(unit));

/** Spreads the bits, so that every part of the hash is as good as another (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * How much of the shorter text is in the longer one, 0 to 1: an article that was extended or cut is all there.
 */
export function containment(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const hash of small) if (large.has(hash)) common += 1;
  return common / small.size;
}

/** The share of word sequences that two texts have in common (Jaccard), 0 to 1. */
export function jaccard(a: Set<number>, b: Set<number>): number {
  let common = 0;
  for (const hash of a) if (b.has(hash)) common += 1;
  return common / Math.max(1, a.size + b.size - common);
}
