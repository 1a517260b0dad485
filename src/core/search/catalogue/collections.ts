import type { Database } from '../../db/connect.ts';
import type { Catalogue } from './catalogue.ts';

/** Counts the articles, given by id, that each collection holds itself; most first, empty ones too. */
export function createCollectionCounts(
  catalogue: Catalogue,
  library: Database,
): (articles: Uint32Array) => { value: string; count: number }[] {
  const all = library.prepare<[], { id: number; name: string }>('SELECT id, name FROM collection');
  return (articles) => {
    const { columns, sets } = catalogue;
    const inSet = new Uint32Array(sets.length);
    for (const id of articles) {
      const set = columns.collections[id]!;
      inSet[set] = inSet[set]! + 1;
    }
    const counts = new Map<number, number>();
    for (const [number, ids] of sets.entries())
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + inSet[number]!);
    return all
      .all()
      .map(({ id, name }) => ({ value: name, count: counts.get(id) ?? 0 }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
}
