/** Pairs what stayed in its place in two rows of children, by their keys. */
import type { NodeKey } from 'lexical';

/** Stretches between children that stayed and were not touched: what was there before, and what is there now. */
export interface Region {
  /** The child that stayed right before it; null at the beginning. */
  after: NodeKey | null;
  before: NodeKey[];
  now: NodeKey[];
}

/** `isTouched` tells of a child that stayed whether something in it may have changed. */
export function regionsOf(
  before: readonly NodeKey[],
  now: readonly NodeKey[],
  isTouched: (key: NodeKey) => boolean,
): Region[] {
  const stayed = stayedIn(before, now);
  const regions: Region[] = [];
  let open: Region = { after: null, before: [], now: [] };
  const close = (stayed: NodeKey | null): void => {
    if (open.before.length > 0 || open.now.length > 0) regions.push(open);
    open = { after: stayed, before: [], now: [] };
  };
  let at = 0;
  for (const key of now) {
    if (!stayed.has(key)) {
      open.now.push(key);
      continue;
    }
    for (; before[at] !== key; at += 1) open.before.push(before[at]!);
    at += 1;
    if (isTouched(key)) {
      open.before.push(key);
      open.now.push(key);
    } else close(key);
  }
  open.before.push(...before.slice(at));
  close(null);
  return regions;
}

/** The longest row of keys that is in both in one order. */
function stayedIn(before: readonly NodeKey[], now: readonly NodeKey[]): Set<NodeKey> {
  const stayed = new Set<NodeKey>();
  let start = 0;
  while (start < now.length && before[start] === now[start]) stayed.add(now[start++]!);
  let end = 0;
  while (end < Math.min(before.length, now.length) - start && before.at(-1 - end) === now.at(-1 - end))
    stayed.add(now.at(-1 - end++)!);
  const places = new Map(before.slice(start, before.length - end).map((key, place) => [key, place]));
  for (const key of longestRise(
    now.slice(start, now.length - end).filter((key) => places.has(key)),
    places,
  ))
    stayed.add(key);
  return stayed;
}

/** Patience sorting. */
function longestRise(keys: readonly NodeKey[], places: ReadonlyMap<NodeKey, number>): NodeKey[] {
  interface Step {
    key: NodeKey;
    before: Step | null;
  }
  const tops: Step[] = [];
  const place = (key: NodeKey): number => places.get(key)!;
  for (const key of keys) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(tops[middle]!.key) < place(key)) low = middle + 1;
      else high = middle;
    }
    tops[low] = { key, before: tops[low - 1] ?? null };
  }
  const rise: NodeKey[] = [];
  for (let step: Step | null = tops.at(-1) ?? null; step !== null; step = step.before) rise.push(step.key);
  return rise;
}
