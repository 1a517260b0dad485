/** Imports go into the collection that is listed when they begin. */
import { listState } from './libraryState.ts';
import { structure } from './structure.ts';

interface Named {
  id: number;
  name: string;
}

/** The collection that is listed; null where none is. */
export function listedCollection(): Named | null {
  const { collectionId } = listState.get().scope;
  return structure.get().collections.find(({ id }) => id === collectionId) ?? null;
}
