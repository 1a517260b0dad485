/** Which name in the tree of the library is being typed. */
import { createStore } from '../../app/store.ts';

export type Renaming =
  | { kind: 'collection' | 'tag'; id: number }
  /** A collection that is still to be made. */
  | { kind: 'new'; parentId: number | null };

export const renaming = createStore<Renaming | null>(null);

export function startRename(what: Renaming): void {
  renaming.set(what);
}
