/** What the reader shows beside the text. */
import { createStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';

/** Id of the scrolled text, so that a command can move the focus to it. */
export const READER_TEXT = 'reader-text';
/** Id of the notes on the article. */
export const ARTICLE_NOTES = 'article-notes';
/** Id of the grade in the head of the article. */
export const GRADE_CONTROL = 'reader-grade';

export type ReaderPanel = 'notes' | 'cited';

/** The panel below the text; it stays as it is from article to article. */
export const readerPanel = createStore<ReaderPanel | null>(null);

export function togglePanel(panel: ReaderPanel): void {
  readerPanel.set((open) => (open === panel ? null : panel));
}

export function showPanel(panel: ReaderPanel): void {
  workspace.set((before) => ({ ...before, showReader: true }));
  readerPanel.set(panel);
}

/** Opens the notes with the caret in them. */
export function showNotes(): void {
  showPanel('notes');
  focusWhenThere(ARTICLE_NOTES);
}

/** Frames to wait for what is loaded first. */
const PATIENCE = 60;

function focusWhenThere(id: string, frames = PATIENCE): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
