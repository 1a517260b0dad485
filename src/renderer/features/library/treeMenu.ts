import { createStore } from '../../app/store.ts';
import type { TreeRow } from './treeRows.ts';

/** The menu of a row of the tree, and where it is open. */
export const treeMenu = createStore<{ row: TreeRow; at: DOMRect } | null>(null);
