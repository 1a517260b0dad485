import { History, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StoredDocument } from '#domain/document/stored.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import { useStore } from '../../app/store.ts';
import { openBrief } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { notify, notifyError } from '../../ui/toasts.ts';
import type { BriefSession } from './session.ts';
import { choosingStyle } from './style/styleChoice.ts';
import styles from './brief.module.css';

/** What the analyst has to know or to decide before writing on. */
export function BriefBanners({ session, onReopen }: { session: BriefSession; onReopen: () => void }) {
  const save = useStore(session.autosave.state);
  const failure = useStore(session.failure);
  const removed = useStore(session.removed);
  const [recovered, setRecovered] = useState(session.recovered);
  const [leftover, setLeftover] = useState(session.leftover);

  const keepAsCopy = async (document: StoredDocument, then: () => void): Promise<void> => {
    const settings = session.settings.current.get();
    try {
      const copy = await client.call('briefs.create', {
        ...settings,
        title: `${settings.title} (my copy)`,
        document,
      });
      then();
      openBrief(copy.id);
      notify({ title: `Your words are in “${copy.title}”` });
    } catch (error) {
      notifyError(error, 'The copy was not made');
    }
  };

  const giveUp = (): void => {
    session.autosave.abandon();
    session.dropCopy();
  };
  const settleLeftover = (): void => {
    session.dropLeftover();
    setLeftover(null);
  };

  return (
    <>
      {failure !== null && (
        <Banner kind="error" icon={<TriangleAlert size={18} aria-hidden />}>
          <p>
            <strong>The editor met an error and took its last step back.</strong> {failure} Your text is as it
            was before that step.
          </p>
          <Button onClick={onReopen}>Open the brief again</Button>
        </Banner>
      )}
      {save.kind === 'conflict' && (
        <Banner kind="error" icon={<TriangleAlert size={18} aria-hidden />}>
          <p>
            <strong>This brief was changed in another window.</strong> Your latest words are not saved yet.
          </p>
          <Button
            kind="primary"
            onClick={() => {
              void keepAsCopy(serialiseDocument(session.editor), giveUp);
            }}
          >
            Keep mine as a copy
          </Button>
          <Button
            onClick={() => {
              giveUp();
              onReopen();
            }}
          >
            Load the other version
          </Button>
        </Banner>
      )}
      <MissingStyle session={session} />
      {removed && (
        <Banner kind="error" icon={<TriangleAlert size={18} aria-hidden />}>
          <p>
            <strong>This brief was deleted in another window.</strong> Its text is still stored, but the list
            of briefs does not show it.
          </p>
          <Button kind="primary" onClick={() => void bringBack(session.brief.id)}>
            Bring it back
          </Button>
          <Button onClick={() => openBrief(null)}>Close it</Button>
        </Banner>
      )}
      {recovered && (
        <Banner kind="notice" icon={<History size={18} aria-hidden />}>
          <p>Words that were not saved when Dossier closed are back in the text.</p>
          <Button onClick={() => setRecovered(false)}>All right</Button>
        </Banner>
      )}
      {leftover !== null && (
        <Banner kind="notice" icon={<History size={18} aria-hidden />}>
          <p>
            Words of {new Date(leftover.at).toLocaleString()} were never saved, and the brief has been changed
            since.
          </p>
          <Button kind="primary" onClick={() => void keepAsCopy(leftover.document, settleLeftover)}>
            Open them as a copy
          </Button>
          <Button onClick={settleLeftover}>Discard them</Button>
        </Banner>
      )}
    </>
  );
}

function MissingStyle({ session }: { session: BriefSession }) {
  const id = useStore(session.settings.current, ({ styleId }) => styleId);
  const { data: style } = useOperation('citations.style', { id }, ['styles.changed']);
  if (style === null || !style.isMissing) return null;
  return (
    <Banner kind="notice" icon={<TriangleAlert size={18} aria-hidden />}>
      <p>
        <strong>The citation style of this brief is not installed here:</strong> {id}. Its citations are shown
        in “{style.title}” until you install it or choose another one.
      </p>
      <Button onClick={() => choosingStyle.set(true)}>Citation style…</Button>
    </Banner>
  );
}

async function bringBack(id: number): Promise<void> {
  try {
    await client.call('briefs.restore', { id });
  } catch (error) {
    notifyError(error, 'The brief did not come back');
  }
}

function Banner({
  kind,
  icon,
  children,
}: {
  kind: 'error' | 'notice';
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.banner} data-kind={kind} role="alert">
      {icon}
      {children}
    </div>
  );
}
