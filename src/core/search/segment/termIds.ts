/**
 * Numbers for terms, in the order in which they first come. A `Map` of strings does the same, but takes most of
 * the time of indexing: every look-up reads several places all over the memory; here it is one, and a word of the
 * text is looked up without making a string of it.
 *
 * Terms are told apart by 64 bits of hashes alone. With a million terms that two of them agree has a chance of
 * one in thirty million.
 */

export interface TermIds {
  /** The terms by number. */
  names: readonly string[];
  of(term: string): number;
  /** The same for the ASCII letters and digits from `from` to before `to`, read in lower case. */
  ofPlain(text: string, from: number, to: number): number;
  /** All numbers, their terms in order of code units. */
  inOrder(): Uint32Array;
}

/** Numbers of a slot: both hashes, and the term's number plus one. */
const SLOT = 4;
const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x9e3779b9;
/** What lower case differs in from upper case in ASCII; digits have it too. */
const LOWER_CASE = 0x20;

export function createTermIds(): TermIds {
  const names: string[] = [];
  let slots = new Uint32Array(SLOT << 12);
  let mask = (1 << 12) - 1;
  let order = new Uint32Array(0);

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

  /** Where a term with these hashes stands, or would. */
  const slotOf = (first: number, second: number): number => {
    const end = (mask + 1) * SLOT - 1;
    let at = (first & mask) * SLOT;
    while (slots[at + 2] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) at = (at + SLOT) & end;
    return at;
  };

  const add = (at: number, first: number, second: number, term: string): number => {
    // A part of a longer string would keep the whole of it in memory.
    const id = names.push(Buffer.from(term).toString()) - 1;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = id + 1;
    if (names.length * 2 > mask) grow();
    return id;
  };

  return {
    names,
    of(term) {
      let first = FIRST_SEED;
      let second = SECOND_SEED;
      for (let index = 0; index < term.length; index += 1) {
        const code = term.charCodeAt(index);
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul((second ^ code) + (second >>> 15), 0x85ebca6b);
      }
      first = spread(first);
      second = (second ^ (second >>> 13)) >>> 0;
      const at = slotOf(first, second);
      return slots[at + 2] === 0 ? add(at, first, second, term) : slots[at + 2]! - 1;
    },
    ofPlain(text, from, to) {
      let first = FIRST_SEED;
      let second = SECOND_SEED;
      for (let index = from; index < to; index += 1) {
        const code = text.charCodeAt(index) | LOWER_CASE;
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul((second ^ code) + (second >>> 15), 0x85ebca6b);
      }
      first = spread(first);
      second = (second ^ (second >>> 13)) >>> 0;
      const at = slotOf(first, second);
      return slots[at + 2] === 0
        ? add(at, first, second, text.slice(from, to).toLowerCase())
        : slots[at + 2]! - 1;
    },
    inOrder() {
      if (order.length < names.length) order = merged(names, order);
      return order;
    },
  };
}

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The numbers in order, where those of `order`, the lowest ones, are so already. */
function merged(names: readonly string[], order: Uint32Array): Uint32Array<ArrayBuffer> {
  const added = Uint32Array.from({ length: names.length - order.length }, (_none, at) => order.length + at);
  added.sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const all = new Uint32Array(names.length);
  let from = 0;
  let to = 0;
  for (const id of added) {
    const name = names[id]!;
    while (from < order.length && names[order[from]!]! < name) all[to++] = order[from++]!;
    all[to++] = id;
  }
  all.set(order.subarray(from), to);
  return all;
}
