import { memo, useEffect, useState } from 'react';
import { useSearchStatus } from './useSearchStatus.ts';
import { searchFor } from './searchState.ts';
import type { Found } from './searchRun.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './found.module.css';

/** Milliseconds without a key before a query counts as written: half of one is no mistake yet. */
const SETTLED = 700;

/** What the analyst is to know of an answer: how the query was read, words like it, what is not indexed yet. */
export const SearchNotes = memo(function SearchNotes({ found }: { found: Found }) {
  const status = useSearchStatus();
  const problem = useSettled(found.problem, found.wish.text);
  // Where nothing was found that is said below.
  const didYouMean = found.total === 0 ? null : found.didYouMean;
  return (
    <div className={styles.notes} aria-live="polite">
      {status !== null && !status.ready && status.state === 'building' && (
        <p>
          Searching what is indexed so far: {formatCount(status.indexed)} of {formatCount(status.total)}{' '}
          articles.
        </p>
      )}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
      {didYouMean !== null && <DidYouMean query={didYouMean.query} />}
    </div>
  );
});

export function DidYouMean({ query }: { query: string }) {
  return (
    <p>
      Did you mean{' '}
      <button type="button" className={styles.link} onClick={() => searchFor(query)}>
        {query.trim()}
      </button>
      ?
    </p>
  );
}

/** The value once `key` has not changed for a while; one that was shown already stays. */
function useSettled(value: string | null, key: string): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED);
    return () => clearTimeout(timer);
  }, [value, key]);
  return settled === value ? value : null;
}
