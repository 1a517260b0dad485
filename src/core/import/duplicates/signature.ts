/**
 * Signatures of texts by which near-duplicates find each other: one-permutation MinHash (Li, Owen, Zhang 2012) with
 * optimal densification (Shrivastava 2017), and its bands for locality-sensitive hashing.
 */
import { mix, shingles } from './shingles.ts';

/** Slots of a signature; a power of two. */
const SLOTS = 128;
const SLOT_BITS = 7;
/** Bands of four slots: texts with a half in common share a band with a probability of 0.87, with two thirds of 0.999. */
const BANDS = 32;
const ROWS = SLOTS / BANDS;
/** Texts with fewer word sequences are too short to be told apart. */
const LEAST_SHINGLES = 40;

export interface Signature {
  /** The lowest byte of each slot: equal ones tell how alike two texts are. */
  sketch: Uint8Array;
  /** A name for each band; texts that share one are compared. */
  bands: string[];
}

/** Null for a text that is too short. */
export function signatureOf(text: string): Signature | null {
  const hashes = shingles(text);
  if (hashes.size < LEAST_SHINGLES) return null;
  const slots = new Float64Array(SLOTS).fill(Infinity);
  for (const hash of hashes) {
    const slot = hash >>> (32 - SLOT_BITS);
    if (hash < slots[slot]!) slots[slot] = hash;
  }
  const filled = densified(slots);
  return {
    sketch: Uint8Array.from(filled, (value) => value & 0xff),
    bands: Array.from({ length: BANDS }, (_unused, band) => bandName(filled, band)),
  };
}

/** An empty slot takes the value of a filled one, which is the same one for every text with that slot filled. */
function densified(slots: Float64Array): Uint32Array {
  const filled = new Uint32Array(SLOTS);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    let from = slot;
    for (let attempt = 1; slots[from] === Infinity; attempt += 1)
      from = mix(slot * 0x9e3779b1 + attempt) & (SLOTS - 1);
    filled[slot] = mix(slots[from]!);
  }
  return filled;
}

function bandName(slots: Uint32Array, band: number): string {
  let hash = mix(band + 1);
  for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ slots[band * ROWS + row]!);
  return `${hash.toString(36)}x${band.toString(36)}`;
}

/** An estimate of the share of word sequences that two texts have in common (Jaccard), 0 to 1. */
export function similarity(a: Uint8Array, b: Uint8Array): number {
  let equal = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) if (a[slot] === b[slot]) equal += 1;
  // One in 256 unlike slots is equal by chance.
  return Math.max(0, (equal / SLOTS - 1 / 256) / (1 - 1 / 256));
}
