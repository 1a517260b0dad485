/** Makes, changes and removes highlights. */
import type { Highlight, HighlightColour } from '#domain/highlight.ts';
import { client } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { withSelection } from './citeActions.ts';
import type { TextPlace } from './readerSelection.ts';

/** The colour that the next highlight gets: the one that was chosen last. */
const nextColour = createStore<HighlightColour>('yellow');

interface OpenHighlight {
  id: number;
  /** The focus goes into the card: it was opened by a key. */
  takesFocus: boolean;
}

/** The highlight whose card is open. */
export const openHighlight = createStore<OpenHighlight | null>(null);

/** Highlights the selected words and shows the card of the highlight. */
export function highlightSelection(takesFocus: boolean): Promise<void> {
  return withSelection((place) => highlightPlace(place, takesFocus));
}

async function highlightPlace(
  { articleId, versionId, start, end }: TextPlace,
  takesFocus: boolean,
): Promise<boolean> {
  try {
    const { id } = await client.call('highlights.create', {
      articleId,
      versionId,
      start,
      end,
      colour: nextColour.get(),
    });
    openHighlight.set({ id, takesFocus });
    return true;
  } catch (error) {
    notifyError(error, 'The words were not highlighted');
    return false;
  }
}

export async function setColour(id: number, colour: HighlightColour): Promise<void> {
  nextColour.set(colour);
  try {
    await client.call('highlights.update', { id, colour });
  } catch (error) {
    notifyError(error, 'The colour was not changed');
  }
}

/** Notes that could not be saved, by highlight: the card shows them again. */
const unsavedNotes = new Map<number, string>();

export function noteOf({ id, note }: Highlight): string {
  return unsavedNotes.get(id) ?? note;
}

/** Milliseconds from the last key to the save. */
const SETTLE = 600;

/** Saves the note on a highlight while it is typed. */
export function noteSaver(id: number): {
  change: (note: string) => void;
  flush: () => void;
} {
  let pending: { note: string; timer: ReturnType<typeof setTimeout> } | null = null;
  const flush = (): void => {
    if (pending === null) return;
    const { note, timer } = pending;
    clearTimeout(timer);
    pending = null;
    void setNote(id, note);
  };
  return {
    change(note) {
      clearTimeout(pending?.timer);
      pending = { note, timer: setTimeout(flush, SETTLE) };
    },
    flush,
  };
}

async function setNote(id: number, note: string): Promise<void> {
  unsavedNotes.set(id, note);
  try {
    await client.call('highlights.update', { id, note });
    if (unsavedNotes.get(id) === note) unsavedNotes.delete(id);
  } catch (error) {
    notifyError(error, 'The note on the highlight was not saved');
  }
}

/** Removes a highlight; a message offers to bring it back. */
export async function removeHighlight({ id }: Pick<Highlight, 'id'>): Promise<void> {
  try {
    const removed = await client.call('highlights.remove', { id });
    openHighlight.set((open) => (open?.id === id ? null : open));
    notify({
      title: 'Highlight removed',
      description: removed.note === '' ? undefined : 'Its note went with it.',
      action: { label: 'Undo', run: () => void bringBack(removed.undo) },
    });
  } catch (error) {
    notifyError(error, 'The highlight was not removed');
  }
}

async function bringBack(undo: string): Promise<void> {
  try {
    await client.call('organise.undo', { undo });
  } catch (error) {
    notifyError(error, 'The highlight could not be brought back');
  }
}
