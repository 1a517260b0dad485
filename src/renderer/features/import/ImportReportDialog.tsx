import { useEffect, useState } from 'react';
import type { ImportEntry, ImportStatus } from '#contract/import.ts';
import { client } from '../../api/client.ts';
import { useStore } from '../../app/store.ts';
import { openPassage } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { type ImportCounts, imports, reportSummary } from './importer.ts';
import { fileName } from './ImportStatus.tsx';
import { formatCount } from '../../ui/numbers.ts';
import styles from './import.module.css';
import { chooseColumns } from './mapping/state.ts';

const FILTERS = [
  { status: 'refused', title: 'Refused' },
  { status: 'updated', title: 'Updated' },
  { status: 'skipped', title: 'Already there' },
  { status: 'imported', title: 'Imported' },
] as const;

/** Entries that are loaded at a time. */
const PAGE = 100;

/** What became of each file of the last import: what needs a look first. */
export function ImportReportDialog({ onClose }: { onClose: () => void }) {
  const { last } = useStore(imports);
  return (
    <Modal
      title={last === null ? 'Import' : reportSummary(last)}
      size="medium"
      onClose={onClose}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      {last === null ? (
        <Empty title="Nothing has been imported">
          Drop files on the window, or choose “Import files” in the library.
        </Empty>
      ) : (
        <Report key={last.jobId} counts={last} onClose={onClose} />
      )}
    </Modal>
  );
}

function Report({ counts, onClose }: { counts: ImportCounts; onClose: () => void }) {
  const [status, setStatus] = useState<ImportStatus | null>(null);
  const { entries, total, error, more } = useEntries(counts.jobId, status);
  const filters = FILTERS.filter((filter) => counts[filter.status] > 0);
  const open = (articleId: number): void => {
    onClose();
    openPassage({ articleId });
  };
  return (
    <div className={styles.report}>
      {filters.length > 1 && (
        <fieldset className={styles.filters} aria-label="Show">
          <Filter title="All" shown={status === null} onClick={() => setStatus(null)} />
          {filters.map((filter) => (
            <Filter
              key={filter.status}
              title={`${filter.title} (${formatCount(counts[filter.status])})`}
              shown={status === filter.status}
              onClick={() => setStatus(filter.status)}
            />
          ))}
        </fieldset>
      )}
      {error !== null && <Empty title="The report cannot be shown">{error.message}</Empty>}
      <ul aria-label="Files">
        {entries.map((entry, index) => (
          // A report does not change, and may name a file twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles[entry.status]}>
            <Entry entry={entry} onOpen={open} />
          </li>
        ))}
      </ul>
      {entries.length < total && (
        <Button onClick={more}>
          Show more: {formatCount(entries.length)} of {formatCount(total)}
        </Button>
      )}
    </div>
  );
}

function Filter({ title, shown, onClick }: { title: string; shown: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={shown}
      className={classNames(styles.filter, shown && styles.shown)}
      onClick={onClick}
    >
      {title}
    </button>
  );
}

interface Entries {
  entries: ImportEntry[];
  total: number;
  error: Error | null;
  /** Loads the next page. */
  more: () => void;
}

function useEntries(jobId: string, status: ImportStatus | null): Entries {
  const [pages, setPages] = useState(1);
  const [state, setState] = useState<Omit<Entries, 'more'>>({ entries: [], total: 0, error: null });
  useEffect(() => {
    setPages(1);
    setState({ entries: [], total: 0, error: null });
  }, [jobId, status]);
  useEffect(() => {
    let wanted = true;
    const offset = (pages - 1) * PAGE;
    client
      .call('import.report', { jobId, ...(status !== null && { status }), offset, limit: PAGE })
      .then(({ entries, total }) => {
        if (wanted)
          setState((before) => ({
            entries: [...before.entries.slice(0, offset), ...entries],
            total,
            error: null,
          }));
      })
      .catch((error: Error) => wanted && setState((before) => ({ ...before, error })));
    return () => {
      wanted = false;
    };
  }, [jobId, status, pages]);
  return { ...state, more: () => setPages(pages + 1) };
}

const STATUS_LABELS: Record<ImportStatus, string> = {
  imported: 'Imported',
  updated: 'Updated',
  skipped: 'Already there',
  refused: 'Refused',
};

function Entry({ entry, onOpen }: { entry: ImportEntry; onOpen: (articleId: number) => void }) {
  const { file, status, title, articleId, message, table } = entry;
  return (
    <>
      <div className={styles.entryHead}>
        {articleId === undefined ? (
          <div className={styles.entryTitle}>{fileName(file)}</div>
        ) : (
          <button type="button" className={styles.entryTitle} onClick={() => onOpen(articleId)}>
            {title ?? fileName(file)}
          </button>
        )}
        <span className={styles.entryStatus}>{STATUS_LABELS[status]}</span>
      </div>
      {articleId !== undefined && title !== undefined && (
        <div className={styles.entryFile} title={file}>
          {fileName(file)}
        </div>
      )}
      {message !== undefined && <div className={styles.message}>{message}</div>}
      {table !== undefined && <Button onClick={() => chooseColumns(table)}>Choose columns…</Button>}
    </>
  );
}
