import type { Database } from '../../db/connect.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Counts the articles, given by id, that the collections of each name hold, with those inside them; most first,
 * empty ones too.
 */
export function createCollectionCounts(
  catalogue: Catalogue,
  library: Database,
): (articles: Uint32Array) => { value: string; count: number }[] {
  const select = library.prepare<[], { id: number; parent: number | null; name: string }>(
    'SELECT id, parent_id AS parent, name FROM collection',
  );
  return (articles) => {
    const { columns, sets } = catalogue;
    const inSet = new Uint32Array(sets.length);
    for (const id of articles) {
      const set = columns.collections[id]!;
      inSet[set] = inSet[set]! + 1;
    }
    const all = new Map(select.all().map((row) => [row.id, row]));
    const counts = new Map([...all.values()].map(({ name }) => [name, 0]));
    for (const [number, ids] of sets.entries()) {
      const names = new Set<string>();
      for (const id of ids)
        for (let row = all.get(id); row !== undefined; row = all.get(row.parent ?? -1)) names.add(row.name);
      for (const name of names) counts.set(name, counts.get(name)! + inSet[number]!);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
}
