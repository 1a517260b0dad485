import { FolderPlus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { WatchedFolder } from '#contract/import.ts';
import { client } from '../../api/client.ts';
import { capabilities } from '../../app/host.ts';
import { useStore } from '../../app/store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { notifyError } from '../../ui/toasts.ts';
import styles from './import.module.css';

/** Folders whose new files are imported by themselves. */
export function WatchDialog({ onClose }: { onClose: () => void }) {
  const [folders, setFolders] = useState<WatchedFolder[] | null>(null);
  const { nativeDialogs } = useStore(capabilities);
  const show = (change: Promise<WatchedFolder[]>): void =>
    void change
      .then(setFolders)
      .catch((error: unknown) => notifyError(error, 'The folder cannot be watched'));
  useEffect(() => show(client.call('import.watched', {})), []);

  const add = async (): Promise<WatchedFolder[]> => {
    const path = await client.call('import.chooseFolder', {});
    return path === null
      ? client.call('import.watched', {})
      : client.call('import.watch', { path, on: true });
  };

  return (
    <Modal
      title="Watched folders"
      size="medium"
      onClose={onClose}
      footer={
        <>
          {nativeDialogs && (
            <Button icon={FolderPlus} onClick={() => show(add())}>
              Add a folder…
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.message}>
          New files in these folders are imported by themselves while Dossier is open; what came meanwhile
          follows at the next start.
          {!nativeDialogs && (
            <>
              {' '}
              A browser window cannot add one: end Dossier, run <code>dossier watch &lt;folder&gt;</code> and
              start it again, or use the app.
            </>
          )}
        </p>
        {folders?.length === 0 && <Empty title="No folder is watched" />}
        <ul className={styles.folders} aria-label="Watched folders">
          {folders?.map(({ path, on, problem }) => (
            <li key={path}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  onChange={(event) => show(client.call('import.watch', { path, on: event.target.checked }))}
                />
                <span className={styles.path}>{path}</span>
              </label>
              <IconButton
                icon={Trash2}
                label={`Stop watching ${path}`}
                onClick={() => show(client.call('import.unwatch', { path }))}
              />
              {problem !== null && <div className={styles.message}>{problem}</div>}
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
