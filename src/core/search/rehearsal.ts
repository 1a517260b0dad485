import type { SearchInput } from './reader.ts';
import type { TermList } from './terms.ts';

/** Words in about so many passages: enough to be worth compiling for, and soon gone through. */
const PASSAGES = 20_000;
const WORD = /^\p{L}{4,}$/u;

/**
 * Searches of every kind for words of the library, to be made before anybody asks. The loops of a search are
 * compiled as they run: the first searches would take several times as long as later ones. None where the library
 * is small.
 */
export function rehearsal(terms: TermList): SearchInput[] {
  const [a, b, c] = commonWords(terms);
  if (a === undefined || b === undefined || c === undefined) return [];
  const queries = [
    a,
    `${a} ${b}`,
    `${a} OR ${b} OR ${c}`,
    `"${a} ${b}"`,
    `${a} NEAR/5 ${b}`,
    `${a.slice(0, 3)}*`,
    a.slice(0, 2),
    `${b} -${a}`,
    `title:${c} ${a}`,
    // No word: others like it are looked for.
    `${a.slice(0, 2)}q${a.slice(2)}`,
  ];
  const all = queries.map((query): SearchInput => ({
    query,
    sort: 'best',
    group: 'article',
    offset: 0,
    limit: 20,
  }));
  const newest = all.slice(0, 2).map((input) => ({ ...input, sort: 'newest' as const }));
  // What takes most: it goes through the largest lists, and has the system clear the memory that those need.
  const most = mostFrequent(terms);
  const largest = [`"${a} ${most}"`, `${most.slice(0, 2)}*`].map((query) => ({ ...all[0]!, query }));
  return [...all, ...newest, ...all, ...largest, ...all, ...largest];
}

/** The term that most passages hold. */
function mostFrequent(terms: TermList): string {
  let most = 0;
  for (let index = 1; index < terms.size; index += 1) if (terms.df(index) > terms.df(most)) most = index;
  return terms.term(most);
}

/** The three words that are nearest to being in `PASSAGES` passages; fewer where none is in half as many. */
function commonWords(terms: TermList): string[] {
  const found: { index: number; off: number }[] = [];
  for (let index = 0; index < terms.size; index += 1) {
    const df = terms.df(index);
    if (df < PASSAGES / 2) continue;
    const off = Math.abs(df - PASSAGES);
    if (found.length === 3 && off >= found[2]!.off) continue;
    if (!WORD.test(terms.term(index))) continue;
    found.push({ index, off });
    found.sort((one, other) => one.off - other.off);
    found.length = Math.min(found.length, 3);
  }
  return found.map(({ index }) => terms.term(index));
}
