/** Which part of the library the pane lists, in which order, and what is selected there. It outlives the pane. */
import type { ArticleSort } from '#contract/articles.ts';
import type { Scope, Target, View } from '#contract/organise.ts';
import { createStore } from '../../app/store.ts';

export interface ListState {
  scope: Scope;
  sort: ArticleSort;
  direction: 'ascending' | 'descending';
  /** Articles that stay in the list until another part is listed: see `articles.list`. */
  keep: readonly number[];
}

export const listState = createStore<ListState>({
  scope: { view: 'all' },
  sort: 'added',
  direction: 'descending',
  keep: [],
});

/** Either the articles of `ids`, or all that are listed but for those. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<number>;
}

export const NOTHING: Selection = { all: false, ids: new Set() };
export const selection = createStore<Selection>(NOTHING);

/** How many articles are listed; null before the first answer. */
export const listedTotal = createStore<number | null>(null);

/** Lists another part of the library, from its top and with nothing selected. */
export function showScope(scope: Scope): void {
  selection.set(NOTHING);
  listState.set((before) => ({ ...before, scope, keep: [] }));
}

export function showView(view: View): void {
  showScope({ view });
}

/** Descending is how dates are read, ascending how names are. */
export function sortBy(sort: ArticleSort, direction?: ListState['direction']): void {
  const usual = sort === 'added' || sort === 'issued' ? 'descending' : 'ascending';
  listState.set((before) => ({ ...before, sort, direction: direction ?? usual }));
}

/** Keeps articles where they are although they leave the view: what was just read or starred must not vanish. */
export function keepListed(ids: readonly number[]): void {
  const { scope, keep } = listState.get();
  if (scope.view !== 'unread' && scope.view !== 'starred') return;
  const fresh = ids.filter((id) => !keep.includes(id));
  if (fresh.length > 0)
    listState.set((before) => ({ ...before, keep: [...before.keep, ...fresh].slice(-5000) }));
}

export function isSelected({ all, ids }: Selection, id: number): boolean {
  return all !== ids.has(id);
}

export function selectedCount({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

export function toggleSelected(id: number): void {
  selection.set(({ all, ids }) => {
    const after = new Set(ids);
    if (!after.delete(id)) after.add(id);
    return { all, ids: after };
  });
}

export function selectOnly(ids: Iterable<number>): void {
  selection.set({ all: false, ids: new Set(ids) });
}

export function selectAll(): void {
  selection.set({ all: true, ids: new Set() });
}

/** What is selected, for the operations of the core; null where nothing is. */
export function selectedTarget(): Target | null {
  const { all, ids } = selection.get();
  if (all) return { scope: listState.get().scope, except: [...ids] };
  return ids.size === 0 ? null : { ids: [...ids] };
}

export function sameScope(a: Scope, b: Scope): boolean {
  return a.view === b.view && a.collectionId === b.collectionId && a.tagId === b.tagId;
}
