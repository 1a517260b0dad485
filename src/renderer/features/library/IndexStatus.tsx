import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import styles from './library.module.css';

/** Says while the search index is being built how far it is. */
export function IndexStatus() {
  const { data } = useOperation('search.status', {});
  const [status, setStatus] = useState(data);
  useEffect(() => setStatus(data), [data]);
  useEffect(() => client.on('search.indexed', setStatus), []);
  if (status === null || status.ready) return null;
  return (
    <output className={styles.status}>
      <span>
        Preparing the search: {status.indexed.toLocaleString()} of {status.total.toLocaleString()} articles
      </span>
      <progress aria-label="Search index" value={status.indexed} max={Math.max(1, status.total)} />
    </output>
  );
}
