/** What a dialog of the library asks for: one at a time. */
import type { Target } from '#contract/organise.ts';
import { createStore } from '../../app/store.ts';
import { showDialog } from '../../app/workspace.ts';

export type LibraryTask =
  | { kind: 'addTag' | 'takeTag' | 'addToCollection'; target: Target; count: number }
  | { kind: 'editMany' | 'purge'; target: Target; count: number }
  | { kind: 'moveCollection' | 'mergeTag'; id: number; name: string };

export const libraryTask = createStore<LibraryTask | null>(null);

/** Opens the dialog of a task. */
export function ask(task: LibraryTask): void {
  libraryTask.set(task);
  showDialog('library');
}
