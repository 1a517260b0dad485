/** What the analyst searches for. It outlives the library pane, which can be folded away. */
import { createStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';

export interface SearchWish {
  text: string;
  /** Empty: all. */
  publications: string[];
  years: number[];
}

export const searchWish = createStore<SearchWish>({ text: '', publications: [], years: [] });

/** New words keep the filters; an emptied field drops them. */
export function searchFor(text: string): void {
  searchWish.set((before) =>
    text.trim() === '' ? { text, publications: [], years: [] } : { ...before, text },
  );
}

/** Id of the search field. */
export const SEARCH_FIELD = 'library-search';

/** Unfolds the library and puts the caret into the search field. */
export function focusSearch(): void {
  workspace.set((before) => ({ ...before, showLibrary: true }));
  requestAnimationFrame(() => {
    const field = document.getElementById(SEARCH_FIELD);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
}
