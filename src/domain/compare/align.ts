/** Finds which items of two lists belong together, in the order of both. */
import { diffArrays } from 'diff';
import { isVersionOf } from './words.ts';

/** Places in the two lists; null where the other one has none. */
export interface Aligned {
  before: number | null;
  after: number | null;
}

export interface Alignable {
  /** Items with the same key are the same. */
  key: string;
  /** The words by which two others are recognised as versions of one. */
  words: ReadonlySet<string>;
  /** Others with the same head are versions of one whatever their words, as rows of a table by their first cells. */
  head?: string;
}

/** Every item once, in an order that keeps those of both lists; what went stands before what came in its place. */
export function align(before: readonly Alignable[], after: readonly Alignable[]): Aligned[] {
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  );
  const result: Aligned[] = [];
  let left = 0;
  let right = 0;
  for (const [index, { count, added, removed }] of changes.entries()) {
    const isReplaced = removed && changes[index + 1]?.added === true;
    if (isReplaced) {
      const came = changes[index + 1]!.count;
      result.push(...pairVersions(before, after, [left, left + count], [right, right + came]));
    } else if (removed) {
      for (let place = left; place < left + count; place += 1) result.push({ before: place, after: null });
    } else if (!added) {
      for (let place = 0; place < count; place += 1)
        result.push({ before: left + place, after: right + place });
    } else if (changes[index - 1]?.removed !== true) {
      for (let place = right; place < right + count; place += 1) result.push({ before: null, after: place });
    }
    if (!added) left += count;
    if (!removed) right += count;
  }
  return result;
}

/** The same for a range of each, from `start` to before `end`, by their words alone. */
export function pairVersions(
  before: readonly Alignable[],
  after: readonly Alignable[],
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): Aligned[] {
  let next = start;
  const partners: (number | null)[] = [];
  for (let place = from; place < to; place += 1) {
    let found: number | null = null;
    for (let other = next; other < end && found === null; other += 1)
      if (areVersions(before[other]!, after[place]!)) found = other;
    partners.push(found);
    if (found !== null) next = found + 1;
  }
  const result: Aligned[] = [];
  let left = start;
  for (const [index, partner] of partners.entries()) {
    const upTo = partner ?? partners.slice(index).find((place) => place !== null) ?? end;
    for (; left < upTo; left += 1) result.push({ before: left, after: null });
    result.push({ before: partner, after: from + index });
    if (partner !== null) left = partner + 1;
  }
  for (; left < end; left += 1) result.push({ before: left, after: null });
  return result;
}

function areVersions(before: Alignable, after: Alignable): boolean {
  if (before.head !== undefined && before.head === after.head) return true;
  return isVersionOf(before.words, after.words);
}
