/** Searches and their filters in words. */
import type { SavedSearch } from '#contract/searches.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';
import { languageName } from '#domain/languageName.ts';
import { type Facet, FACETS } from './searchState.ts';

export const FACET_LABELS: Record<Facet, string> = {
  publications: 'Publisher',
  years: 'Year',
  languages: 'Language',
  types: 'Type',
  tags: 'Tag',
};

/** What a value of a facet is called. */
export function valueLabel(facet: Facet, value: string | number): string {
  if (facet === 'languages') return languageName(String(value));
  if (facet === 'types') return (TYPE_LABELS as Record<string, string>)[value] ?? String(value);
  return String(value);
}

/** `"forced labour" · Korean, Japanese · 2023 · newest first` */
export function describeWish(wish: SavedSearch['wish']): string {
  const filters = FACETS.map((facet) =>
    (wish[facet] ?? []).map((value) => valueLabel(facet, value)).join(', '),
  ).filter((values) => values !== '');
  return [wish.query.trim(), ...filters, ...(wish.sort === 'newest' ? ['newest first'] : [])].join(' · ');
}
