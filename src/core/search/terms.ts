/** All terms of the index in order, in memory: what completions and corrections choose from. */
import type { Dictionary } from './segment/dictionary.ts';
import { FIRST_TERM } from './segment/format.ts';

export interface TermList {
  size: number;
  /** In order of code units. */
  term(index: number): string;
  /** Passages that hold the term. */
  df(index: number): number;
  /** The index of a term; −1 where the index has none. */
  find(term: string): number;
  /** The index of the first term that is not before `prefix`. */
  lowerBound(prefix: string): number;
}

/** Joins the terms of segments. Terms of fields are left out; passages that are dead still count. */
export function createTermList(dictionaries: readonly Dictionary[]): TermList {
  const sources = dictionaries.map((dictionary) => {
    const next = dictionary.lowerBound(FIRST_TERM);
    return { dictionary, next, head: next < dictionary.size ? dictionary.term(next) : null };
  });
  const most = sources.reduce((sum, { dictionary, next }) => sum + dictionary.size - next, 0);
  const ends = new Uint32Array(most);
  const frequencies = new Uint32Array(most);
  let bytes = Buffer.alloc(1 << 16);
  let length = 0;
  let size = 0;
  for (;;) {
    let least: string | null = null;
    for (const { head } of sources) if (head !== null && (least === null || head < least)) least = head;
    if (least === null) break;
    let df = 0;
    for (const source of sources) {
      if (source.head !== least) continue;
      const { dictionary } = source;
      df += dictionary.df(source.next);
      source.next += 1;
      source.head = source.next < dictionary.size ? dictionary.term(source.next) : null;
    }
    if (length + least.length * 3 > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
    length += bytes.write(least, length);
    ends[size] = length;
    frequencies[size] = df;
    size += 1;
  }
  // Room that doubles between terms of segments that share most of them is given back.
  return listOf(Buffer.from(bytes.subarray(0, length)), ends.slice(0, size), frequencies.slice(0, size));
}

function listOf(bytes: Buffer, ends: Uint32Array, frequencies: Uint32Array): TermList {
  const size = ends.length;
  const term = (index: number): string =>
    bytes.toString('utf8', index === 0 ? 0 : ends[index - 1]!, ends[index]);
  const lowerBound = (wanted: string): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (term(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    size,
    term,
    df: (index) => frequencies[index]!,
    lowerBound,
    find(wanted) {
      const index = lowerBound(wanted);
      return index < size && term(index) === wanted ? index : -1;
    },
  };
}
