/** What the analyst searches for. It outlives the library pane, which can be folded away. */
import type { SavedSearch } from '#contract/searches.ts';
import { leaveFocusMode } from '../../app/focusMode.ts';
import { createStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';

/** Choices of facets; empty: all. */
export interface Filters {
  publications: string[];
  years: number[];
  languages: string[];
  types: string[];
  tags: string[];
}
export type Facet = keyof Filters;
export const FACETS = ['publications', 'years', 'languages', 'types', 'tags'] as const satisfies Facet[];

export type Grouping = SavedSearch['wish']['group'];
export type SearchSort = SavedSearch['wish']['sort'];

export interface SearchWish {
  text: string;
  filters: Filters;
  sort: SearchSort;
  /** `passage`: passages under their articles; `article`: one line for each article. */
  group: Grouping;
}

export const NO_FILTERS: Filters = { publications: [], years: [], languages: [], types: [], tags: [] };

export const searchWish = createStore<SearchWish>({
  text: '',
  filters: NO_FILTERS,
  sort: 'best',
  group: 'passage',
});

/** The words that related passages are shown for, in place of what the box asks for. */
export const relatedTo = createStore<{ text: string; articleId: number } | null>(null);

/** New words keep the filters; an emptied field drops them. */
export function searchFor(text: string): void {
  relatedTo.set(null);
  searchWish.set((before) => ({
    ...before,
    text,
    filters: text.trim() === '' ? NO_FILTERS : before.filters,
  }));
}

export function setFilters(change: Partial<Filters>): void {
  searchWish.set((before) => ({ ...before, filters: { ...before.filters, ...change } }));
}

export function isFiltered(filters: Filters): boolean {
  return FACETS.some((facet) => filters[facet].length > 0);
}

/** The choices as the operations take them: left out where there are none. */
export function chosen(filters: Filters): Partial<Filters> {
  return Object.fromEntries(
    FACETS.filter((facet) => filters[facet].length > 0).map((facet) => [facet, filters[facet]]),
  );
}

export function toSaved({ text, filters, sort, group }: SearchWish): SavedSearch['wish'] {
  return { query: text, sort, group, ...chosen(filters) };
}

/** Searches again for what was saved. */
export function openSaved({ query, sort, group, ...filters }: SavedSearch['wish']): void {
  relatedTo.set(null);
  searchWish.set({ text: query, sort, group, filters: { ...NO_FILTERS, ...filters } });
  workspace.set((before) => ({ ...before, showLibrary: true }));
}

/** Id of the search field. */
export const SEARCH_FIELD = 'library-search';

/** Unfolds the library and puts the caret into the search field. */
export function focusSearch(): void {
  leaveFocusMode();
  workspace.set((before) => ({ ...before, showLibrary: true }));
  requestAnimationFrame(() => {
    const field = document.getElementById(SEARCH_FIELD);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
}
