/** A list told by what it has in common with an earlier one, so that little is sent where little changed. */
import { z } from 'zod';

/** In the order of the list: stretches of the earlier list, and items that it did not have. */
export function listChangesSchema<S extends z.ZodType>(item: S) {
  return z.array(
    z.union([
      z.object({ from: z.number().int().nonnegative(), count: z.number().int().positive() }),
      z.object({ items: z.array(item) }),
    ]),
  );
}

export type ListChanges<T> = ({ from: number; count: number } | { items: T[] })[];

/** What makes `after` of `before`. Items are the same where they are the same object. */
export function listChanges<T extends object | null>(
  before: readonly T[],
  after: readonly T[],
): ListChanges<T> {
  const places = new Map<T, number>();
  for (const [at, item] of before.entries()) if (item !== null && !places.has(item)) places.set(item, at);
  const changes: ListChanges<T> = [];
  /** Where the stretch would go on. */
  let next = 0;
  for (const item of after) {
    const goesOn = item !== null && before[next] === item;
    const from = goesOn ? next : places.get(item);
    const last = changes.at(-1);
    if (from === undefined) {
      if (last !== undefined && 'items' in last) last.items.push(item);
      else changes.push({ items: [item] });
    } else {
      if (last !== undefined && 'from' in last && last.from + last.count === from) last.count += 1;
      else changes.push({ from, count: 1 });
      next = from + 1;
    }
  }
  return changes;
}

/** The list that `changes` tell of `before`: itself where nothing changed. Throws RangeError where they are not about it. */
export function changedList<T>(before: T[], changes: ListChanges<T>): T[] {
  const [only, ...others] = changes;
  const isWhole = only !== undefined && 'from' in only && only.from === 0 && only.count === before.length;
  if (isWhole && others.length === 0) return before;
  return changes.flatMap((change) => {
    if ('items' in change) return change.items;
    const end = change.from + change.count;
    if (end > before.length) throw new RangeError(`There is no item ${end} in a list of ${before.length}.`);
    return before.slice(change.from, end);
  });
}
