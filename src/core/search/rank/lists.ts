/** Lists of passage numbers, rising and without doubles. */
import type { Arena } from './arena.ts';

/** A list so much longer than another is searched in instead of walked through. */
const MUCH_LONGER = 24;

/** The index of the first number in `list`, from `from` on, that is not below `wanted`. */
export function seek(list: Uint32Array, wanted: number, from: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < list.length && list[high]! < wanted) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, list.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers that are in both; all are below `limit`. */
export function intersect(a: Uint32Array, b: Uint32Array, limit: number, arena: Arena): Uint32Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length <= short.length * MUCH_LONGER) return withBits(long, bitsOf(short, limit, arena), 0, arena);
  const found = arena.uint32(short.length);
  let count = 0;
  let at = 0;
  for (let index = 0; index < short.length; index += 1) {
    const doc = short[index]!;
    at = seek(long, doc, at);
    if (at === long.length) break;
    if (long[at] === doc) found[count++] = doc;
  }
  return arena.shrink(found, count);
}

/** Numbers of `a` that are not in `b`; all are below `limit`. */
export function subtract(a: Uint32Array, b: Uint32Array, limit: number, arena: Arena): Uint32Array {
  if (b.length <= a.length * MUCH_LONGER) return withBits(a, bitsOf(b, limit, arena), 1, arena);
  const left = arena.uint32(a.length);
  let count = 0;
  let at = 0;
  for (let index = 0; index < a.length; index += 1) {
    const doc = a[index]!;
    at = seek(b, doc, at);
    if (at === b.length || b[at] !== doc) left[count++] = doc;
  }
  return arena.shrink(left, count);
}

function bitsOf(list: Uint32Array, limit: number, arena: Arena): Uint32Array {
  const bits = arena.uint32((limit + 31) >>> 5).fill(0);
  for (let index = 0; index < list.length; index += 1) {
    const doc = list[index]!;
    bits[doc >>> 5]! |= 1 << (doc & 31);
  }
  return bits;
}

/** Numbers of a list whose bit is set, or with `flip` 1 is not. Without a branch: which it is cannot be foreseen. */
function withBits(list: Uint32Array, bits: Uint32Array, flip: 0 | 1, arena: Arena): Uint32Array {
  const found = arena.uint32(list.length + 1);
  let count = 0;
  for (let index = 0; index < list.length; index += 1) {
    const doc = list[index]!;
    found[count] = doc;
    count += ((bits[doc >>> 5]! >>> (doc & 31)) & 1) ^ flip;
  }
  return arena.shrink(found, count);
}

/** Numbers that are in any; all are below `limit`. */
export function unite(lists: readonly Uint32Array[], limit: number, arena: Arena): Uint32Array {
  if (lists.length === 1) return lists[0]!;
  const bits = arena.uint32((limit + 31) >>> 5).fill(0);
  let most = 0;
  for (const list of lists) {
    most += list.length;
    for (let index = 0; index < list.length; index += 1) {
      const doc = list[index]!;
      bits[doc >>> 5]! |= 1 << (doc & 31);
    }
  }
  return readBits(bits, Math.min(most, limit), arena);
}

/** The places of the set bits; there are at most `most`. */
function readBits(bits: Uint32Array, most: number, arena: Arena): Uint32Array {
  const found = arena.uint32(most);
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word]!;
    const base = word * 32;
    while (rest !== 0) {
      const low = rest & -rest;
      found[count++] = base + 31 - Math.clz32(low);
      rest ^= low;
    }
  }
  return arena.shrink(found, count);
}

/** Passages whose article has a 1 in `allowed`, not a 0. */
export function keepAllowed(
  docs: Uint32Array,
  articleOf: Uint32Array,
  allowed: Uint8Array,
  arena: Arena,
): Uint32Array {
  const kept = arena.uint32(docs.length + 1);
  let count = 0;
  for (let index = 0; index < docs.length; index += 1) {
    const doc = docs[index]!;
    kept[count] = doc;
    count += allowed[articleOf[doc]!]!;
  }
  return arena.shrink(kept, count);
}

/** Articles, as a byte for each, that are in both; null for all articles. */
export function both(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  if (a === null || b === null) return a ?? b;
  const bytes = new Uint8Array(a.length);
  for (let id = 0; id < bytes.length; id += 1) bytes[id] = a[id]! & b[id]!;
  return bytes;
}
