import { X } from 'lucide-react';
import { useStore } from '../../app/store.ts';
import { FACET_LABELS, valueLabel } from './describe.ts';
import { type Facet, FACETS, isFiltered, NO_FILTERS, searchWish, setFilters } from './searchState.ts';
import styles from './found.module.css';

/** The choices made in the menus; each can be taken back. */
export function ActiveFilters() {
  const filters = useStore(searchWish, (wish) => wish.filters);
  if (!isFiltered(filters)) return null;
  const chips = FACETS.flatMap((facet) => filters[facet].map((value) => ({ facet, value })));
  const remove = (facet: Facet, value: string | number): void =>
    setFilters({ [facet]: (filters[facet] as (string | number)[]).filter((other) => other !== value) });
  return (
    <ul className={styles.chips} aria-label="Filters">
      {chips.map(({ facet, value }) => {
        const label = valueLabel(facet, value);
        return (
          <li key={`${facet} ${value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={`Remove the filter ${FACET_LABELS[facet]}: ${label}`}
              onClick={() => remove(facet, value)}
            >
              <span>{label}</span>
              <X size={12} aria-hidden />
            </button>
          </li>
        );
      })}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={() => setFilters(NO_FILTERS)}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
}
