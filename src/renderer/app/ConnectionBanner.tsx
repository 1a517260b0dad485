import { Unplug } from 'lucide-react';
import { lostConnection } from '../api/connection.ts';
import { useStore } from './store.ts';
import styles from './shell.module.css';

/** Says, over everything else, that the core does not answer. */
export function ConnectionBanner() {
  const reason = useStore(lostConnection);
  if (reason === null) return null;
  return (
    <div className={styles.lost} role="alert">
      <Unplug size={16} aria-hidden />
      <span>{reason}</span>
    </div>
  );
}
