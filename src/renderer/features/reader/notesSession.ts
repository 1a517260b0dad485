/** The notes on one article while they are shown: what saves them, and follows other windows. No React. */
import { z } from 'zod';
import { client } from '../../api/client.ts';
import { saveBeforeClose } from '../../app/flush.ts';
import { createStore, type Store } from '../../app/store.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { type Autosave, createAutosave } from '../brief/autosave.ts';

export interface NotesSession {
  text: Store<string>;
  /** Whether everything is stored; else why it is not, where that is known. */
  saved: Store<{ stored: boolean; problem: string | null }>;
  write(text: string): void;
  /** Saves what is not saved yet, in the background. */
  close(): void;
}

/** What could not be saved, in the window's own storage until it is. */
const copySchema = z.object({ before: z.string(), text: z.string() });

/** Saves that go on after their notes were closed: they are not read again before those are through. */
const closing = new Map<number, Promise<unknown>>();

/** Rejects with a DossierError where the notes cannot be read. */
export async function openNotes(articleId: number): Promise<NotesSession> {
  await closing.get(articleId);
  const [stored, { library }] = await Promise.all([
    client.call('notes.get', { articleId }),
    client.call('app.info', {}),
  ]);
  const key = `dossier.unsavedNotes:${library}:${articleId}`;
  const text = createStore(stored.text);
  const saved = createStore<{ stored: boolean; problem: string | null }>({ stored: true, problem: null });
  let autosave = autosaveFrom(stored.text);

  function autosaveFrom(before: string): Autosave<string> {
    const created = createAutosave<string, string>({
      revision: before,
      take: text.get,
      async save(words, over) {
        await client.call('notes.save', { articleId, text: words, before: over });
        return { revision: words, updatedAt: '' };
      },
      keepCopy: (words, over) => writeCopy(key, { before: over, text: words }),
      dropCopy: () => localStorage.removeItem(key),
    });
    created.state.subscribe(() => {
      const state = created.state.get();
      if (state.kind === 'conflict') void settleConflict();
      const problem = state.kind === 'failed' ? state.message : null;
      saved.set({ stored: state.kind === 'saved', problem });
    });
    return created;
  }

  /** Both were written at once: what is stored stays, and what was written here goes below it. */
  async function settleConflict(): Promise<void> {
    try {
      const theirs = await client.call('notes.get', { articleId });
      autosave.abandon();
      autosave = autosaveFrom(theirs.text);
      text.set(joined(theirs.text, text.get()));
      autosave.changed();
    } catch (error) {
      notifyError(error, 'The notes are not saved');
    }
  }

  async function follow(): Promise<void> {
    const { text: theirs } = await client.call('notes.get', { articleId });
    if (autosave.dirty() || theirs === autosave.revision()) return;
    autosave = autosaveFrom(theirs);
    text.set(theirs);
  }

  const left = readCopy(key);
  if (left !== null && left.text === stored.text) localStorage.removeItem(key);
  else if (left !== null) {
    text.set(left.before === stored.text ? left.text : joined(stored.text, left.text));
    autosave.changed();
    notify({ title: 'Notes that were not saved are back', description: 'They are saved now.' });
  }

  const rescue = (): void => autosave.rescue();
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') rescue();
  };
  window.addEventListener('pagehide', rescue);
  document.addEventListener('visibilitychange', onVisibility);
  const stops = [
    client.on('annotations.changed', (changed) => {
      if (changed.articleId === articleId && !autosave.dirty()) follow().catch(() => undefined);
    }),
    saveBeforeClose(() => autosave.flush()),
    () => window.removeEventListener('pagehide', rescue),
    () => document.removeEventListener('visibilitychange', onVisibility),
  ];

  return {
    text,
    saved,
    write(words) {
      text.set(words);
      autosave.changed();
    },
    close() {
      for (const stop of stops) stop();
      const done = autosave
        .close()
        .catch((error: unknown) => notifyError(error, 'The notes are not saved'))
        .finally(() => closing.get(articleId) === done && closing.delete(articleId));
      closing.set(articleId, done);
    },
  };
}

function joined(theirs: string, ours: string): string {
  if (theirs.includes(ours)) return theirs;
  return ours.includes(theirs) ? ours : `${theirs}\n\n${ours}`;
}

function readCopy(key: string): z.infer<typeof copySchema> | null {
  try {
    return copySchema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return null;
  }
}

/** Where storage is full or switched off, the words are still in the window, and saving goes on. */
function writeCopy(key: string, copy: z.infer<typeof copySchema>): void {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // Nothing is left to be tried.
  }
}
