/**
 * Sketches of texts by which near-duplicates find each other: one-permutation MinHash (Li, Owen, Zhang 2012) with
 * optimal densification (Shrivastava 2017), of which each slot keeps a byte (b-bit MinHash, Li and König 2010).
 */
import { mix, sequences } from './shingles.ts';

/** Bytes of a sketch: its slots; a power of two. */
export const SLOTS = 128;
const SLOT_BITS = 7;
/**
 * Bands of four slots for locality-sensitive hashing, each a 32-bit word of the sketch: texts with a half in common
 * share one with a probability of 0.87, with two thirds of 0.999.
 */
export const BANDS = 32;
/**
 * Slots that a text must fill by itself: those of fewer than some 40 different word sequences are too short to be
 * told apart.
 */
const LEAST_FILLED = 34;
const EMPTY = 0xffffffff;

/** The lowest byte of each slot: equal ones tell how alike two texts are. Null for a text that is too short. */
export function sketchOf(text: string): Uint8Array | null {
  const slots = new Uint32Array(SLOTS).fill(EMPTY);
  let filled = 0;
  for (const hash of sequences(text)) {
    const slot = hash >>> (32 - SLOT_BITS);
    const before = slots[slot]!;
    if (hash >= before) continue;
    if (before === EMPTY) filled += 1;
    slots[slot] = hash;
  }
  return filled < LEAST_FILLED ? null : densified(slots);
}

/** An empty slot takes the value of a filled one, which is the same one for every text with that slot filled. */
function densified(slots: Uint32Array): Uint8Array {
  const sketch = new Uint8Array(SLOTS);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    let from = slot;
    for (let attempt = 1; slots[from] === EMPTY; attempt += 1)
      from = mix(slot * 0x9e3779b1 + attempt) & (SLOTS - 1);
    sketch[slot] = mix(slots[from]!);
  }
  return sketch;
}

/**
 * An estimate of the share of word sequences that two texts have in common (Jaccard), 0 to 1. The sketches begin at
 * these bytes.
 */
export function similarity(a: Uint8Array, b: Uint8Array, atA = 0, atB = 0): number {
  let equal = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) if (a[atA + slot] === b[atB + slot]) equal += 1;
  // One in 256 unlike slots is equal by chance.
  return Math.max(0, (equal / SLOTS - 1 / 256) / (1 - 1 / 256));
}
