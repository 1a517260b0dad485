/** Who comments: asked for once, kept with the preferences. */
import { setSetting, settings } from '../../../app/settings.ts';
import { createStore } from '../../../app/store.ts';
import { showDialog } from '../../../app/workspace.ts';

/** What waits for the name. */
const waiting = createStore<((author: string) => void) | null>(null);

/** Calls back with the analyst's name; asks for it where there is none. Nothing is called where none is given. */
export function withAuthor(act: (author: string) => void): void {
  const { authorName } = settings.get();
  if (authorName !== '') return act(authorName);
  waiting.set(() => act);
  showDialog('authorName');
}

export function setAuthor(name: string): void {
  const author = name.trim().slice(0, 200);
  if (author === '') return;
  setSetting('authorName', author);
  waiting.get()?.(author);
  waiting.set(null);
}

export function forgetWaiting(): void {
  waiting.set(null);
}
