import { ChevronDown, X } from 'lucide-react';
import type { SearchOutput } from '#contract/search.ts';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuChecks } from '../../ui/AppMenu.tsx';
import { classNames } from '../../ui/classNames.ts';
import { searchWish } from './searchState.ts';
import styles from './search.module.css';

/** Filters by publication and year, with how many articles each has. */
export function Facets({ facets }: { facets: SearchOutput['facets'] }) {
  const { publications, years } = useStore(searchWish);
  const filtered = publications.length + years.length > 0;
  return (
    <div className={styles.facets}>
      <Facet
        label="Publication"
        counts={facets.publications}
        checked={publications}
        onChange={(next) => searchWish.set((before) => ({ ...before, publications: next }))}
      />
      <Facet
        label="Year"
        counts={facets.years}
        checked={years}
        onChange={(next) => searchWish.set((before) => ({ ...before, years: next }))}
      />
      {filtered && (
        <button
          type="button"
          className={styles.clear}
          onClick={() => searchWish.set((before) => ({ ...before, publications: [], years: [] }))}
        >
          <X size={12} aria-hidden /> Clear filters
        </button>
      )}
    </div>
  );
}

interface FacetProps<T extends string | number> {
  label: string;
  counts: { value: T; count: number }[];
  checked: T[];
  onChange: (checked: T[]) => void;
}

function Facet<T extends string | number>({ label, counts, checked, onChange }: FacetProps<T>) {
  const gone = checked.filter((value) => !counts.some((entry) => entry.value === value));
  const options = [...counts, ...gone.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    label: String(value),
    side: String(count),
  }));
  const summary = checked.length > 1 ? `${label}: ${checked.length}` : (checked[0] ?? label);
  return (
    <AppMenu
      trigger={
        <button
          type="button"
          className={classNames(styles.facet, checked.length > 0 && styles.facetOn)}
          disabled={options.length === 0}
          aria-label={checked.length > 0 ? `${label}: ${checked.join(', ')}` : label}
        >
          <span>{summary}</span>
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuChecks label={label} options={options} checked={checked} onChange={onChange} />
    </AppMenu>
  );
}
