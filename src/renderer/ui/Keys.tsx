import { isMac, shortcutKeys } from './shortcuts.ts';
import styles from './Keys.module.css';

/** Whether this machine writes shortcuts in the way of the Mac. */
export const onMac = isMac(navigator.platform);

/** A shortcut, one key cap a key. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={styles.keys}>
      {shortcutKeys(shortcut, onMac).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
