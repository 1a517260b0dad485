import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import { cancelImport, imports, reportSummary, showReport } from './importer.ts';
import styles from './import.module.css';

/** The running import, or how the last one went. */
export function ImportStatus() {
  const { running, report } = useStore(imports);
  if (running !== null)
    return (
      <div className={styles.status}>
        <div className={styles.line}>
          <output>
            {running.cancelled ? 'Stopping…' : running.phase === 'reading' ? 'Reading' : 'Importing'}{' '}
            {Math.min(running.done + 1, running.total)} of {running.total}
          </output>
          <Button kind="quiet" disabled={running.cancelled} onClick={cancelImport}>
            Cancel
          </Button>
        </div>
        <progress aria-label="Import" value={running.done} max={Math.max(1, running.total)} />
        <div className={styles.current}>{fileName(running.current)}</div>
      </div>
    );
  if (report === null) return null;
  return (
    <div className={styles.status}>
      <div className={styles.line}>
        <span>{reportSummary(report)}</span>
        <Button kind="quiet" onClick={showReport}>
          Report
        </Button>
      </div>
    </div>
  );
}

/** The last part of a path of any platform. */
export function fileName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path;
}
