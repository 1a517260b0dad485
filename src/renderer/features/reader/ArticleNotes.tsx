import { useEffect, useState } from 'react';
import { useStore } from '../../app/store.ts';
import { classNames } from '../../ui/classNames.ts';
import field from '../../ui/field.module.css';
import { type NotesSession, openNotes } from './notesSession.ts';
import { ARTICLE_NOTES } from './readerState.ts';
import styles from './panel.module.css';

/** What the analyst writes about the article; saved while it is typed. */
export function ArticleNotes({ articleId }: { articleId: number }) {
  const [opened, setOpened] = useState<NotesSession | { error: Error } | null>(null);

  useEffect(() => {
    let current = true;
    let session: NotesSession | null = null;
    setOpened(null);
    const open = async (): Promise<void> => {
      const next = await openNotes(articleId);
      if (!current) return next.close();
      session = next;
      setOpened(next);
    };
    open().catch((error: unknown) => current && setOpened({ error: error as Error }));
    return () => {
      current = false;
      session?.close();
    };
  }, [articleId]);

  if (opened === null) return <div className={styles.notes} aria-busy />;
  if ('error' in opened)
    return (
      <p role="alert" className={field.error}>
        {opened.error.message}
      </p>
    );
  return <NotesText session={opened} />;
}

function NotesText({ session }: { session: NotesSession }) {
  const text = useStore(session.text);
  const { stored, problem } = useStore(session.saved);
  return (
    <div className={styles.notes}>
      <textarea
        className={classNames(field.input, styles.notesText)}
        id={ARTICLE_NOTES}
        aria-label="Notes on this article"
        placeholder="What to remember of this article"
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => session.write(event.target.value)}
      />
      <output
        className={problem === null ? styles.saved : field.error}
        data-testid="notes-state"
        data-state={stored ? 'saved' : 'unsaved'}
      >
        {problem !== null ? `Not saved yet, trying again: ${problem}` : stored ? '' : 'Saving…'}
      </output>
    </div>
  );
}
