import { FileWarning } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { BriefPage } from './BriefPage.tsx';
import { type BriefSession, openSession, UnreadableBrief } from './session.ts';
import { UnreadableText } from './UnreadableText.tsx';
import styles from './brief.module.css';

type Opened = { session: BriefSession } | { error: Error } | null;

/** The open brief: reads it, and shows it to be written, or why it cannot be. */
export function BriefPane({ briefId }: { briefId: number }) {
  const [turn, setTurn] = useState(0);
  const [opened, setOpened] = useState<Opened>(null);
  const reopen = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    let current = true;
    let session: BriefSession | null = null;
    setOpened(null);
    openSession(briefId).then(
      (next) => {
        if (!current) return next.close();
        session = next;
        setOpened({ session });
      },
      (error: unknown) => {
        if (current) setOpened({ error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
    return () => {
      current = false;
      session?.close();
    };
  }, [briefId, turn]);

  const session = opened !== null && 'session' in opened ? opened.session : null;
  useEffect(() => (session === null ? undefined : followChanges(session, reopen)), [session, reopen]);

  if (opened === null) return <section className={styles.pane} aria-label="Brief" aria-busy="true" />;
  if ('session' in opened)
    return <BriefPage key={`${briefId}.${turn}`} session={opened.session} onReopen={reopen} />;
  if (opened.error instanceof UnreadableBrief) return <UnreadableText error={opened.error} />;
  return (
    <section className={styles.pane} aria-label="Brief">
      <Empty title="This brief cannot be opened" icon={FileWarning} role="alert">
        <p>{opened.error.message}</p>
        <Button onClick={reopen}>Try again</Button>
      </Empty>
    </section>
  );
}

/** Milliseconds for other changes of the same moment to arrive. */
const SETTLE = 300;

/** Takes over what was changed elsewhere: settings at once, the text where nothing unsaved would be lost. */
function followChanges(session: BriefSession, reopen: () => void): () => void {
  const { brief, autosave, settings } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = async (): Promise<void> => {
    const stored = (await client.call('briefs.list', {})).find(({ id }) => id === brief.id);
    session.removed.set(stored === undefined);
    if (stored === undefined) return;
    settings.receive(stored);
    if (autosave.dirty() || stored.updatedAt === autosave.savedAt()) return;
    const { revision } = await client.call('briefs.get', { id: brief.id });
    if (revision > autosave.revision() && !autosave.dirty()) reopen();
  };
  const stop = client.on('briefs.changed', ({ id }) => {
    if (id !== brief.id) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check().catch(() => undefined), SETTLE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
