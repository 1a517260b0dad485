/** What a hit shows: the matched words of a passage and the part of it around them. */
import { type Token, tokenize } from './fold.ts';
import type { WordsNode } from './query/ast.ts';

/** A word or phrase to mark. */
type QueryItem = Pick<WordsNode, 'terms' | 'prefix'>;

export type Range = [start: number, end: number];

/** Length of an excerpt in UTF-16 units, without the marks of omission. A little more is shown whole. */
const LENGTH = 240;
const WHOLE = 260;
/** Matches further apart do not count as one cluster. */
const CLUSTER = 200;
/** How far a cut is moved to fall between words. */
const REACH = 30;
const ELLIPSIS = '…';

interface Match {
  start: number;
  end: number;
  /** Index of the query item that it belongs to. */
  item: number;
}

/**
 * The part of a passage to show with the matched ranges in it (`highlights`), and those in the whole passage
 * (`matches`). Ranges are in order; those that overlap are joined.
 */
export function makeExcerpt(
  passage: string,
  items: readonly QueryItem[],
): { excerpt: string; highlights: Range[]; matches: Range[] } {
  const found = findMatches(passage, items);
  const matches = join(found);
  const [from, to] = passage.length <= WHOLE ? [0, passage.length] : window(passage, found);
  const before = from > 0 ? ELLIPSIS : '';
  const after = to < passage.length ? ELLIPSIS : '';
  const highlights = matches
    .map(([start, end]): Range => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => start < end)
    .map(([start, end]): Range => [start - from + before.length, end - from + before.length]);
  return { excerpt: before + passage.slice(from, to) + after, highlights, matches };
}

/** Where a text holds the items, as ranges in order; those that overlap are joined. */
export function matchesIn(text: string, items: readonly QueryItem[]): Range[] {
  return join(findMatches(text, items));
}

function findMatches(text: string, items: readonly QueryItem[]): Match[] {
  const tokens = tokenize(text);
  const { byFirstTerm, beginnings } = startingPoints(items);
  const matches: Match[] = [];
  for (const [at, { term }] of tokens.entries())
    for (const item of [...(byFirstTerm.get(term) ?? []), ...beginnings]) {
      const { terms, prefix } = items[item]!;
      const found = tokens.slice(at, at + terms.length);
      if (terms.some((wanted, index) => !fits(found[index], wanted, prefix && index === terms.length - 1)))
        continue;
      for (const [index, token] of found.entries()) {
        // One character that begins a pair: the pair's other half was not asked for.
        const isHalf = token.firstEnd !== undefined && terms[index]!.length < token.term.length;
        matches.push({ start: token.start, end: isHalf ? token.firstEnd! : token.end, item });
      }
    }
  return matches.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The items by what a match of them begins with; `beginnings` are those that are only the beginning of a word. */
function startingPoints(items: readonly QueryItem[]): {
  byFirstTerm: Map<string, number[]>;
  beginnings: number[];
} {
  const byFirstTerm = new Map<string, number[]>();
  const beginnings: number[] = [];
  for (const [item, { terms, prefix }] of items.entries())
    if (prefix && terms.length === 1) beginnings.push(item);
    else byFirstTerm.set(terms[0]!, [...(byFirstTerm.get(terms[0]!) ?? []), item]);
  return { byFirstTerm, beginnings };
}

function fits(token: Token | undefined, term: string, prefix: boolean): boolean {
  if (token === undefined) return false;
  return prefix ? token.term.startsWith(term) : token.term === term;
}

function join(matches: readonly Match[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of matches) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The stretch to show: around the cluster with the most different items, then the most matches. */
function window(passage: string, matches: readonly Match[]): Range {
  const [clusterStart, clusterEnd] = bestCluster(matches);
  const slack = Math.max(0, LENGTH - (clusterEnd - clusterStart));
  const wanted = Math.max(0, clusterStart - Math.floor(slack * 0.4));
  const from = Math.min(wanted, Math.max(0, passage.length - LENGTH));
  const to = Math.min(passage.length, from + LENGTH);
  return [cutAfterSpace(passage, from, clusterStart), cutBeforeSpace(passage, to, clusterEnd)];
}

function bestCluster(matches: readonly Match[]): Range {
  let best: Range = [0, 0];
  let bestScore = -1;
  for (const [first, { start }] of matches.entries()) {
    const seen = new Set<number>();
    let end = start;
    let count = 0;
    for (let index = first; index < matches.length && matches[index]!.end - start <= CLUSTER; index += 1) {
      seen.add(matches[index]!.item);
      end = Math.max(end, matches[index]!.end);
      count += 1;
    }
    const score = seen.size * CLUSTER + count;
    if (score > bestScore) [best, bestScore] = [[start, end], score];
  }
  return best;
}

/** Moves the beginning of a stretch to the next word, but not beyond `limit`. */
function cutAfterSpace(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  for (let index = at; index <= Math.min(at + REACH, limit); index += 1)
    if (/\s/.test(text[index - 1]!) && !/\s/.test(text[index]!)) return index;
  return characterStart(text, at);
}

/** Moves the end of a stretch to the end of the word before, but not before `limit`. */
function cutBeforeSpace(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  for (let index = at; index >= Math.max(at - REACH, limit, 1); index -= 1)
    if (/\s/.test(text[index]!) && !/\s/.test(text[index - 1]!)) return index;
  return characterStart(text, at);
}

/** The beginning of the character that `at` lies in: not between a base and its marks or inside a pair. */
function characterStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && start < text.length && CONTINUES.test(text[start]!)) start -= 1;
  return start;
}
const CONTINUES = /^(?:\p{M}|\u200C|\u200D|[\uDC00-\uDFFF])/u;
