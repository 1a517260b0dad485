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
  /** The UTF-16 units of all terms: those of a term are from `starts[index]` to before `starts[index + 1]`. */
  units: Uint16Array;
  starts: Uint32Array;
  /** How many units a term shares with the one before; of more than 255 these. */
  shared: Uint8Array;
}

/** Joins the terms of segments. Terms of fields are left out; passages that are dead still count. */
export function createTermList(dictionaries: readonly Dictionary[]): TermList {
  const sources = dictionaries.map((dictionary) => {
    const next = dictionary.lowerBound(FIRST_TERM);
    return { dictionary, next, head: next < dictionary.size ? dictionary.term(next) : null };
  });
  const gathered = gatherTerms();
  for (;;) {
    let least: string | null = null;
    for (const { head } of sources) if (head !== null && (least === null || head < least)) least = head;
    if (least === null) return gathered.list();
    let df = 0;
    for (const source of sources) {
      if (source.head !== least) continue;
      const { dictionary } = source;
      df += dictionary.df(source.next);
      source.next += 1;
      source.head = source.next < dictionary.size ? dictionary.term(source.next) : null;
    }
    gathered.add(least, df);
  }
}

/** Takes terms one after the other, in order of code units. */
export function gatherTerms(): { add(term: string, df: number): void; list(): TermList } {
  let units = new Uint16Array(1 << 16);
  let starts = new Uint32Array(1 << 13);
  let frequencies = new Uint32Array(1 << 13);
  let shared = new Uint8Array(1 << 13);
  let size = 0;
  let before = '';
  return {
    add(term, df) {
      const start = starts[size]!;
      if (start + term.length > units.length) units = larger(units, new Uint16Array(units.length * 2));
      if (size + 2 > starts.length) {
        starts = larger(starts, new Uint32Array(starts.length * 2));
        frequencies = larger(frequencies, new Uint32Array(starts.length));
        shared = larger(shared, new Uint8Array(starts.length));
      }
      let same = 0;
      while (same < term.length && same < 255 && term.charCodeAt(same) === before.charCodeAt(same)) same += 1;
      for (let at = 0; at < term.length; at += 1) units[start + at] = term.charCodeAt(at);
      shared[size] = same;
      frequencies[size] = df;
      size += 1;
      starts[size] = start + term.length;
      before = term;
    },
    // What was too much room is given back.
    list: () =>
      listOf(
        units.slice(0, starts[size]),
        starts.slice(0, size + 1),
        frequencies.slice(0, size),
        shared.slice(0, size),
      ),
  };
}

function larger<T extends Uint8Array | Uint16Array | Uint32Array>(list: T, into: T): T {
  into.set(list);
  return into;
}

function listOf(
  units: Uint16Array,
  starts: Uint32Array,
  frequencies: Uint32Array,
  shared: Uint8Array,
): TermList {
  const size = frequencies.length;
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  const term = (index: number): string =>
    bytes.toString('utf16le', starts[index]! * 2, starts[index + 1]! * 2);
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
    units,
    starts,
    shared,
  };
}
