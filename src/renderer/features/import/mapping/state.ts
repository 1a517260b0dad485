/** The dump whose columns the analyst is choosing. */
import { createStore } from '../../../app/store.ts';
import { showDialog } from '../../../app/workspace.ts';

export const tableToMap = createStore<{ path: string | null }>({ path: null });

/** Opens the dialog for a file by its path. */
export function chooseColumns(path: string): void {
  tableToMap.set(() => ({ path }));
  showDialog('mapping');
}
