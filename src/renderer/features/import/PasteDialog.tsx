import { type ClipboardEvent, useEffect, useState } from 'react';
import type { OperationOutput } from '#contract/index.ts';
import { client } from '../../api/client.ts';
import { openPassage } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { notify } from '../../ui/toasts.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './import.module.css';

interface Pasted {
  /** Formatted, where the clipboard had that: it makes the better article. */
  html?: string;
  text: string;
}

/** After typing, before the readers look at it, in ms. */
const PAUSE = 400;

/** Makes an article of what was copied elsewhere. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const [pasted, setPasted] = useState<Pasted>({ text: '' });
  const [title, setTitle] = useState<string | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = useRead(pasted);
  const shownTitle = title ?? read.found?.title ?? '';
  const shownUrl = url ?? read.found?.url ?? '';

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (html.trim() === '') return;
    event.preventDefault();
    setPasted({ html, text });
  };

  const importIt = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const entry = await client.call('import.paste', { ...pasted, title: shownTitle, url: shownUrl });
      onClose();
      if (entry.articleId !== undefined) openPassage({ articleId: entry.articleId });
      const what = {
        imported: 'Added to the library',
        updated: 'Updated',
        skipped: 'Already there',
        refused: 'Refused',
      };
      notify({ title: what[entry.status], description: entry.message ?? entry.title });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  const empty = pasted.text.trim() === '' && (pasted.html ?? '').trim() === '';
  const problem = failure ?? (empty ? null : read.problem);
  return (
    <Modal
      title="Paste an article"
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            form="paste-article"
            disabled={empty || busy || read.problem !== null}
          >
            Add to the library
          </Button>
        </>
      }
    >
      <form
        id="paste-article"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void importIt();
        }}
      >
        <label className={field.field}>
          <span className={field.label}>Text, as you copied it</span>
          <textarea
            className={field.input}
            rows={10}
            value={pasted.text}
            placeholder="Copy the article where you read it, then paste it here."
            onPaste={onPaste}
            onChange={(event) => setPasted({ text: event.target.value })}
          />
        </label>
        <output className={styles.message}>
          {problem === null &&
            read.found !== null &&
            !empty &&
            wordsOf(read.found.words, pasted.html !== undefined)}
        </output>
        {problem !== null && (
          <p className={field.error} role="alert">
            {problem}
          </p>
        )}
        <label className={field.field}>
          <span className={field.label}>Title</span>
          <input
            className={field.input}
            value={shownTitle}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className={field.field}>
          <span className={field.label}>Web address</span>
          <input
            className={field.input}
            type="text"
            inputMode="url"
            value={shownUrl}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
      </form>
    </Modal>
  );
}

function wordsOf(words: number, formatted: boolean): string {
  const count = words === 1 ? 'One word' : `${formatCount(words)} words`;
  return formatted ? `${count}, with headings, lists and links.` : `${count}.`;
}

interface ReadState {
  found: OperationOutput<'import.readPasted'> | null;
  problem: string | null;
}

/** What the readers make of it, a moment after the last change. */
function useRead(pasted: Pasted): ReadState {
  const [state, setState] = useState<ReadState>({ found: null, problem: null });
  useEffect(() => {
    if (pasted.text.trim() === '' && pasted.html === undefined) {
      setState({ found: null, problem: null });
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(
      () => {
        client.call('import.readPasted', pasted).then(
          (found) => wanted && setState({ found, problem: null }),
          (error: Error) => wanted && setState({ found: null, problem: error.message }),
        );
      },
      pasted.html === undefined ? PAUSE : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [pasted]);
  return state;
}
