import { ArrowDownUp } from 'lucide-react';
import { memo } from 'react';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuChoice } from '../../ui/AppMenu.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { type Grouping, searchWish, type SearchSort } from './searchState.ts';
import type { Found } from './searchRun.ts';
import styles from './found.module.css';

const SORTS: Record<SearchSort, string> = { best: 'Best first', newest: 'Newest first' };

/** How much was found, as two ways to look at it, and the order. */
export const FoundHead = memo(function FoundHead({ found }: { found: Found }) {
  const group = useStore(searchWish, (wish) => wish.group);
  const sort = useStore(searchWish, (wish) => wish.sort);
  const views: [Grouping, string][] = [
    ['passage', counted(found.passages, 'passage')],
    ['article', counted(found.articleCount, 'article')],
  ];
  return (
    <div className={styles.head}>
      <output className={styles.heard}>{summary(found)}</output>
      <fieldset aria-label="Show" className={styles.views}>
        {views.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-pressed={group === value}
            className={styles.view}
            onClick={() => searchWish.set((before) => ({ ...before, group: value }))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <AppMenu
        align="end"
        trigger={
          <button type="button" className={styles.sort} aria-label={`Order: ${SORTS[sort]}`}>
            <ArrowDownUp size={12} aria-hidden /> {SORTS[sort]}
          </button>
        }
      >
        <MenuChoice
          label="Order"
          value={sort}
          choices={(Object.keys(SORTS) as SearchSort[]).map((value) => ({ value, label: SORTS[value] }))}
          onChange={(value) => searchWish.set((before) => ({ ...before, sort: value }))}
        />
      </AppMenu>
    </div>
  );
});

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

function summary({ passages, articleCount }: Found): string {
  return `${counted(passages, 'passage')} in ${counted(articleCount, 'article')}`;
}
