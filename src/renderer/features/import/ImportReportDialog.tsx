import { Ban, Check, CircleSlash2 } from 'lucide-react';
import type { ImportEntry } from '#contract/import.ts';
import { useStore } from '../../app/store.ts';
import { openPassage } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { imports, reportSummary } from './importer.ts';
import { fileName } from './ImportStatus.tsx';
import styles from './import.module.css';
import { chooseColumns } from './mapping/state.ts';

const GROUPS = [
  { status: 'refused', title: 'Refused', icon: Ban },
  { status: 'skipped', title: 'Skipped', icon: CircleSlash2 },
  { status: 'imported', title: 'Imported', icon: Check },
] as const;

/** What became of each file of the last import. */
export function ImportReportDialog({ onClose }: { onClose: () => void }) {
  const { report } = useStore(imports);
  const open = (articleId: number): void => {
    onClose();
    openPassage({ articleId });
  };
  return (
    <Modal
      title={report === null ? 'Import' : reportSummary(report)}
      size="medium"
      onClose={onClose}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className={styles.report}>
        {report === null && <p>Nothing has been imported since Dossier was started.</p>}
        {GROUPS.map(({ status, title, icon: Icon }) => {
          const entries = report?.entries.filter((entry) => entry.status === status) ?? [];
          if (entries.length === 0) return null;
          return (
            <section key={status} className={styles[status]}>
              <h3>
                <Icon size={14} aria-hidden /> {title} ({entries.length})
              </h3>
              <ul>
                {entries.map((entry, index) => (
                  // A report does not change, and may name a file twice.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={index}>
                    <Entry entry={entry} onOpen={open} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}

function Entry({ entry, onOpen }: { entry: ImportEntry; onOpen: (articleId: number) => void }) {
  const { file, title, articleId, message, table } = entry;
  return (
    <>
      {articleId === undefined ? (
        <div className={styles.entryTitle}>{fileName(file)}</div>
      ) : (
        <button type="button" className={styles.entryTitle} onClick={() => onOpen(articleId)}>
          {title ?? fileName(file)}
        </button>
      )}
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
