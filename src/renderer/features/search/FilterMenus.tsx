import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import type { SearchOutput } from '#contract/search.ts';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuChecks, MenuNote } from '../../ui/AppMenu.tsx';
import { classNames } from '../../ui/classNames.ts';
import { formatCount } from '../../ui/numbers.ts';
import { FACET_LABELS, valueLabel } from './describe.ts';
import { type Facet, FACETS, searchWish, setFilters } from './searchState.ts';
import styles from './found.module.css';

/** Values in a menu at once; others are reached by the query. */
const MOST = 60;
const FIELDS: Record<Facet, string> = {
  publications: 'publisher:',
  years: 'date:',
  languages: 'lang:',
  types: 'type:',
  tags: 'tag:',
};

/** A menu for each property that the articles found differ in, with how many have each value. */
export const FilterMenus = memo(function FilterMenus({ facets }: { facets: SearchOutput['facets'] }) {
  const filters = useStore(searchWish, (wish) => wish.filters);
  return (
    <div className={styles.menus}>
      {FACETS.map((facet) => (
        <FilterMenu
          key={facet}
          facet={facet}
          counts={facets[facet]}
          checked={filters[facet]}
          onChange={(values) => setFilters({ [facet]: values })}
        />
      ))}
    </div>
  );
});

interface FilterMenuProps {
  facet: Facet;
  counts: readonly { value: string | number; count: number }[];
  checked: readonly (string | number)[];
  onChange: (checked: (string | number)[]) => void;
}

function FilterMenu({ facet, counts, checked, onChange }: FilterMenuProps) {
  if (counts.length === 0 && checked.length === 0) return null;
  const names = checked.map((value) => valueLabel(facet, value)).join(', ');
  return (
    <AppMenu
      trigger={
        <button type="button" className={classNames(styles.menu, checked.length > 0 && styles.menuOn)}>
          {FACET_LABELS[facet]}
          {checked.length > 0 && (
            <>
              <span className="visually-hidden">: {names}</span>
              <span className={styles.badge} aria-hidden>
                {checked.length}
              </span>
            </>
          )}
          <ChevronDown size={10} aria-hidden />
        </button>
      }
    >
      <FilterValues facet={facet} counts={counts} checked={checked} onChange={onChange} />
    </AppMenu>
  );
}

/** What stands in an open menu: with every answer there are other counts, mostly for menus that are closed. */
function FilterValues({ facet, counts, checked, onChange }: FilterMenuProps) {
  const shown = counts.slice(0, MOST);
  const others = checked.filter((value) => !shown.some((entry) => entry.value === value));
  const options = [
    ...shown,
    ...others.map((value) => counts.find((entry) => entry.value === value) ?? { value, count: 0 }),
  ].map(({ value, count }) => ({ value, label: valueLabel(facet, value), side: formatCount(count) }));
  return (
    <>
      <MenuChecks label={FACET_LABELS[facet]} options={options} checked={checked} onChange={onChange} />
      {counts.length > MOST && (
        <MenuNote>
          {formatCount(counts.length - MOST)} more; search with {FIELDS[facet]} for one of them.
        </MenuNote>
      )}
    </>
  );
}
