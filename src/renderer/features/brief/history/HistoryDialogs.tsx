import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { client } from '../../../api/client.ts';
import { Button } from '../../../ui/Button.tsx';
import { LineDialog } from '../../../ui/LineDialog.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { notify, notifyError } from '../../../ui/toasts.ts';
import { useNow } from '../../../ui/useNow.ts';
import type { VersionSummary } from '#domain/versions/version.ts';
import type { BriefSession } from '../session.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { chosenVersion } from './historyState.ts';
import { versionLine } from './versionNames.ts';
import styles from './history.module.css';

const close = (): void => showDialog(null);

/** The dialogs of the history of the open brief. */
export function HistoryDialogs({ session }: { session: BriefSession }) {
  const dialog = useStore(workspace, (value) => value.dialog);
  const version = useStore(chosenVersion);
  if (dialog === 'nameVersion') return <NameDialog session={session} version={version} />;
  if (version === null || version.briefId !== session.brief.id) return null;
  if (dialog === 'history')
    return <CompareDialog key={version.id} session={session} version={version} onClose={close} />;
  return dialog === 'removeVersion' ? <RemoveDialog version={version} /> : null;
}

function NameDialog({ session, version }: { session: BriefSession; version: VersionSummary | null }) {
  return (
    <LineDialog
      title={version === null ? 'Name this version' : 'Name the version'}
      label="Name"
      value={version?.name ?? ''}
      placeholder="Sent to the desk"
      maxLength={200}
      action={version === null ? 'Keep' : 'Name'}
      onSubmit={(name) => void keepName(session, version, name === '' ? null : name)}
      onClose={close}
    />
  );
}

/** An empty name of a version takes its name away; of the present state there is nothing to keep then. */
async function keepName(
  session: BriefSession,
  version: VersionSummary | null,
  name: string | null,
): Promise<void> {
  try {
    if (version !== null) await client.call('versions.name', { id: version.id, name });
    else if (name !== null) {
      await Promise.all([session.autosave.flush(), session.settings.flush()]);
      await client.call('versions.keep', { briefId: session.brief.id, name });
      notify({ title: `This version is kept as “${name}”.` });
    }
  } catch (error) {
    notifyError(error, 'The version has no name yet');
  }
}

function RemoveDialog({ version }: { version: VersionSummary }) {
  const now = useNow();
  const remove = (): void => {
    close();
    client
      .call('versions.remove', { id: version.id })
      .catch((error: unknown) => notifyError(error, 'The version is still there'));
  };
  return (
    <Modal
      title="Remove this version?"
      size="small"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button kind="danger" onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        <p className={styles.which}>{versionLine(version, now)}</p>
        <p>It cannot be brought back. The text of the brief and its other versions stay as they are.</p>
      </div>
    </Modal>
  );
}
