/** The three panes, and moving the focus between them. */
import { READER_TEXT } from '../features/reader/readerState.ts';
import { SEARCH_FIELD } from '../features/search/searchState.ts';
import { TOASTER } from '../ui/Toaster.tsx';
import { activeBrief } from './activeBrief.ts';

export const PANES = { library: 'library-pane', brief: 'brief-pane', reader: 'reader-pane' } as const;

/**
 * Moves the focus to the next pane that is shown, messages being the last one; from outside of all panes to
 * the first.
 */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...Object.values(PANES), TOASTER]
    .map((id) => document.getElementById(id))
    .filter((pane) => pane !== null)
    .filter((pane) => pane.id !== TOASTER || pane.querySelector('button') !== null);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? panes[0] : panes[(at + step + panes.length) % panes.length];
  if (next !== undefined) focusPane(next);
}

function focusPane(pane: HTMLElement): void {
  if (pane.id === PANES.brief && activeBrief.get() !== null) {
    activeBrief.get()?.focus();
    return;
  }
  const preferred = { [PANES.library]: SEARCH_FIELD, [PANES.reader]: READER_TEXT }[pane.id];
  const target = preferred === undefined ? null : document.getElementById(preferred);
  (target ?? pane.querySelector<HTMLElement>('button, [href], input') ?? pane).focus();
}
