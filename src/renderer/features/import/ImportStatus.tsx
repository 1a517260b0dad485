import { Pause, Play, X } from 'lucide-react';
import { memo } from 'react';
import type { ImportJob } from '#contract/import.ts';
import { useOperation } from '../../api/useOperation.ts';
import { useStore } from '../../app/store.ts';
import { showDialog } from '../../app/workspace.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import {
  cancelImport,
  discardImport,
  type ImportState,
  imports,
  pauseImport,
  reportSummary,
  resumeImport,
  showReport,
} from './importer.ts';
import { pace } from './pace.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './import.module.css';

/** The running import, or how the last one went; imports to go on with; duplicates to look at. */
export const ImportStatus = memo(function ImportStatus() {
  const { reading, job, asked, interrupted, last } = useStore(imports);
  return (
    <>
      <PossibleDuplicates />
      {interrupted.map((one) => (
        <Interrupted key={one.jobId} job={one} />
      ))}
      {reading !== null ? (
        <Running
          words={reading.cancelled ? 'Stopping…' : `Reading ${counted(reading.done + 1, reading.total)}`}
          value={reading.done}
          max={reading.total}
          current={reading.current}
          tools={<Cancel disabled={reading.cancelled} />}
        />
      ) : job !== null ? (
        <Job job={job} asked={asked} />
      ) : (
        last !== null && (
          <div className={styles.status}>
            <div className={styles.line}>
              <span>{reportSummary(last)}</span>
              <Button kind="quiet" onClick={showReport}>
                Report
              </Button>
            </div>
          </div>
        )
      )}
    </>
  );
});

function Job({ job, asked }: { job: NonNullable<ImportState['job']>; asked: ImportState['asked'] }) {
  const { jobId, state, done, total, current } = job;
  const paused = state === 'paused';
  const words =
    asked === 'cancel'
      ? 'Stopping…'
      : asked === 'pause'
        ? 'Pausing…'
        : paused
          ? total === 0
            ? 'Paused'
            : `Paused at ${counted(done, total)}`
          : total === 0
            ? 'Looking for files…'
            : `Importing ${counted(Math.min(done + 1, total), total)}`;
  return (
    <Running
      words={words}
      value={done}
      max={total}
      current={[pace(job), fileName(current)].filter((part) => part !== '').join(' · ')}
      tools={
        <>
          {paused ? (
            <IconButton icon={Play} label="Resume the import" onClick={() => resumeImport(jobId)} />
          ) : (
            <IconButton
              icon={Pause}
              label="Pause the import"
              disabled={asked !== null}
              onClick={pauseImport}
            />
          )}
          <Cancel disabled={asked === 'cancel'} />
        </>
      }
    />
  );
}

function Cancel({ disabled }: { disabled: boolean }) {
  return <IconButton icon={X} label="Cancel the import" disabled={disabled} onClick={cancelImport} />;
}

function Running({
  words,
  value,
  max,
  current,
  tools,
}: {
  words: string;
  value: number;
  max: number;
  current: string;
  tools: React.ReactNode;
}) {
  return (
    <div className={styles.status}>
      <div className={styles.line}>
        <output>{words}</output>
        <span className={styles.tools}>{tools}</span>
      </div>
      <progress aria-label="Import" value={value} max={Math.max(1, max)} />
      <div className={styles.current}>{current}</div>
    </div>
  );
}

function Interrupted({ job: { jobId, done, total } }: { job: ImportJob }) {
  return (
    <div className={styles.banner}>
      <output>An import was cut off{total === 0 ? '' : ` at ${counted(done, total)}`}.</output>
      <span className={styles.tools}>
        <Button kind="quiet" onClick={() => discardImport(jobId)}>
          Discard
        </Button>
        <Button onClick={() => resumeImport(jobId)}>Resume import</Button>
      </span>
    </div>
  );
}

function PossibleDuplicates() {
  const { data } = useOperation('duplicates.list', { limit: 1 }, ['duplicates.changed', 'articles.changed']);
  if (data === null || data.total === 0) return null;
  return (
    <button type="button" className={styles.duplicates} onClick={() => showDialog('duplicates')}>
      Possible duplicates ({formatCount(data.total)})
    </button>
  );
}

function counted(done: number, total: number): string {
  return `${formatCount(done)} of ${formatCount(total)}`;
}

/** The last part of a path of any platform. */
export function fileName(path: string): string {
  const [file = '', ...inside] = path.split(' › ');
  return [file.split(/[/\\]/u).at(-1), ...inside].join(' › ');
}
