import { memo } from 'react';
import { useSearchStatus } from '../search/useSearchStatus.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './library.module.css';

/** Says while the search index is being built how far it is. */
export const IndexStatus = memo(function IndexStatus() {
  const status = useSearchStatus();
  if (status === null || status.ready) return null;
  return (
    <output className={styles.status}>
      <span>
        Preparing the search: {formatCount(status.indexed)} of {formatCount(status.total)} articles
      </span>
      <progress aria-label="Search index" value={status.indexed} max={Math.max(1, status.total)} />
    </output>
  );
});
