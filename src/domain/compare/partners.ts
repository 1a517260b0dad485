/** Finds which blocks of two documents are one: by their ids, then by being the same, then by the words they share. */
import { pairVersions } from './align.ts';
import type { ComparedUnit } from './units.ts';

/** For each unit of the later document the place of the one that it was; null where there is none. */
type Partners = (number | null)[];

/** `resting`: those units of the earlier document with a partner that were not moved. */
export function pairUnits(
  old: readonly ComparedUnit[],
  now: readonly ComparedUnit[],
): { partners: Partners; resting: ReadonlySet<number> } {
  const partners = pairById(old, now);
  pairSame(old, now, partners);
  const resting = inOrder(partners);
  pairInGaps(old, now, partners, resting);
  return { partners, resting };
}

function pairById(old: readonly ComparedUnit[], now: readonly ComparedUnit[]): Partners {
  const places = new Map<string, number>();
  for (const [place, { id }] of old.entries()) if (id !== null && !places.has(id)) places.set(id, place);
  return now.map(({ id }) => {
    const place = id === null ? undefined : places.get(id);
    if (place === undefined) return null;
    places.delete(id!);
    return place;
  });
}

function pairSame(old: readonly ComparedUnit[], now: readonly ComparedUnit[], partners: Partners): void {
  const taken = new Set(partners);
  const places = new Map<string, number[]>();
  for (const [place, { key }] of old.entries())
    if (!taken.has(place)) places.set(key, [...(places.get(key) ?? []), place]);
  for (const [index, { key }] of now.entries()) partners[index] ??= places.get(key)?.shift() ?? null;
}

/** Those units of the earlier document, among the ones with a partner, that kept their order: as many as can be. */
function inOrder(partners: Partners): Set<number> {
  // The longest rising subsequence, by the last places of all rising ones of each length.
  const tails: number[] = [];
  const previous = new Map<number, number | null>();
  for (const place of partners) {
    if (place === null) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < place) low = middle + 1;
      else high = middle;
    }
    previous.set(place, tails[low - 1] ?? null);
    tails[low] = place;
  }
  const kept = new Set<number>();
  for (let place = tails.at(-1) ?? null; place !== null; place = previous.get(place) ?? null) kept.add(place);
  return kept;
}

/** Pairs what is left between two that kept their order, where it shares most of its words. */
function pairInGaps(
  old: readonly ComparedUnit[],
  now: readonly ComparedUnit[],
  partners: Partners,
  resting: Set<number>,
): void {
  const taken = new Set(partners);
  const free = (start: number, end: number): number[] => {
    const places: number[] = [];
    for (let place = start; place < end; place += 1) if (!taken.has(place)) places.push(place);
    return places;
  };
  let from = 0;
  let start = 0;
  for (let index = 0; index <= now.length; index += 1) {
    const partner = index < now.length ? (partners[index] ?? null) : old.length;
    if (partner === null || (index < now.length && !resting.has(partner))) continue;
    const lefts = free(start, partner);
    const rights = Array.from({ length: index - from }, (_unused, step) => from + step).filter(
      (place) => partners[place] === null,
    );
    const pairs = pairVersions(
      lefts.map((place) => old[place]!),
      rights.map((place) => now[place]!),
      [0, lefts.length],
      [0, rights.length],
    );
    for (const { before, after } of pairs) {
      if (before === null || after === null) continue;
      partners[rights[after]!] = lefts[before]!;
      resting.add(lefts[before]!);
    }
    from = index + 1;
    start = partner + 1;
  }
}
