/**
 * Numbers for terms, in the order in which they first come. A `Map` of strings does the same, but takes most of
 * the time of indexing: every look-up reads several places all over the memory; here it is one.
 *
 * Terms are told apart by 64 bits of hashes alone. With a million terms that two of them agree has a chance of
 * one in thirty million.
 */

export interface TermIds {
  /** The terms by number. */
  names: readonly string[];
  of: (term: string) => number;
}

/** Numbers of a slot: both hashes, and the term's number plus one. */
const SLOT = 4;

export function createTermIds(): TermIds {
  const names: string[] = [];
  let slots = new Uint32Array(SLOT << 12);
  let mask = (1 << 12) - 1;

  const grow = (): void => {
    const before = slots;
    mask = mask * 2 + 1;
    slots = new Uint32Array((mask + 1) * SLOT);
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 2] === 0) continue;
      let at = (before[from]! & mask) * SLOT;
      while (slots[at + 2] !== 0) at = (at + SLOT) & ((mask + 1) * SLOT - 1);
      slots[at] = before[from]!;
      slots[at + 1] = before[from + 1]!;
      slots[at + 2] = before[from + 2]!;
    }
  };

  return {
    names,
    of(term) {
      let first = 0x811c9dc5;
      let second = 0x9e3779b9;
      for (let index = 0; index < term.length; index += 1) {
        const code = term.charCodeAt(index);
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul((second ^ code) + (second >>> 15), 0x85ebca6b);
      }
      first = Math.imul(first ^ (first >>> 16), 0x7feb352d) >>> 0;
      first = (first ^ (first >>> 15)) >>> 0;
      second = (second ^ (second >>> 13)) >>> 0;
      const end = (mask + 1) * SLOT - 1;
      let at = (first & mask) * SLOT;
      while (slots[at + 2] !== 0) {
        if (slots[at] === first && slots[at + 1] === second) return slots[at + 2]! - 1;
        at = (at + SLOT) & end;
      }
      // A part of a longer string would keep the whole of it in memory.
      const id = names.push(Buffer.from(term).toString()) - 1;
      slots[at] = first;
      slots[at + 1] = second;
      slots[at + 2] = id + 1;
      if (names.length * 2 > mask) grow();
      return id;
    },
  };
}
