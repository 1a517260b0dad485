/** Commands for suggestions, for the palette and shortcuts. */
import { settleChanges } from '#editor/suggest/actions.ts';
import { changesAtSelection, nextChange, selectChange } from '#editor/suggest/changes.ts';
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { notify } from '../../../ui/toasts.ts';
import type { BriefSession } from '../session.ts';
import { toggleSuggesting } from './suggestMode.ts';

/** As in Google Docs. */
export const SUGGEST_SHORTCUT = 'Mod+Alt+Shift+X';
export const NEXT_SHORTCUT = 'Alt+PageDown';
export const PREVIOUS_SHORTCUT = 'Alt+PageUp';
const ACCEPT_SHORTCUT = 'Mod+Alt+Y';
const REJECT_SHORTCUT = 'Mod+Alt+Shift+Y';
const ACCEPT_ALL_SHORTCUT = 'Mod+Shift+Y';
const REJECT_ALL_SHORTCUT = 'Mod+Alt+Shift+N';

/** `isHere`: the analyst works in the text. */
export function suggestCommands(session: BriefSession, isHere: () => boolean): Command[] {
  const { editor } = session;
  const settle = (verdict: 'accept' | 'reject') => (): void => {
    settleChanges(editor, verdict, changesAtSelection(editor));
    editor.focus();
  };
  const isAtChange = (): boolean => isHere() && changesAtSelection(editor).size > 0;
  return [
    {
      id: 'suggest.toggle',
      title: 'Suggest changes instead of making them, or not',
      group: 'Edit',
      shortcut: SUGGEST_SHORTCUT,
      run: () => toggleSuggesting(session),
      enabled: () => true,
    },
    {
      id: 'suggest.next',
      title: 'Next suggested change',
      group: 'Edit',
      shortcut: NEXT_SHORTCUT,
      run: () => stepToChange(editor, 1),
      enabled: () => true,
    },
    {
      id: 'suggest.previous',
      title: 'Previous suggested change',
      group: 'Edit',
      shortcut: PREVIOUS_SHORTCUT,
      run: () => stepToChange(editor, -1),
      enabled: () => true,
    },
    {
      id: 'suggest.accept',
      title: 'Accept the suggested changes that are selected',
      group: 'Edit',
      shortcut: ACCEPT_SHORTCUT,
      run: settle('accept'),
      enabled: isAtChange,
    },
    {
      id: 'suggest.reject',
      title: 'Reject the suggested changes that are selected',
      group: 'Edit',
      shortcut: REJECT_SHORTCUT,
      run: settle('reject'),
      enabled: isAtChange,
    },
    {
      id: 'suggest.acceptAll',
      title: 'Accept all suggested changes',
      group: 'Edit',
      shortcut: ACCEPT_ALL_SHORTCUT,
      run: () => settleAll(editor, 'accept'),
      enabled: () => true,
    },
    {
      id: 'suggest.rejectAll',
      title: 'Reject all suggested changes',
      group: 'Edit',
      shortcut: REJECT_ALL_SHORTCUT,
      run: () => settleAll(editor, 'reject'),
      enabled: () => true,
    },
  ];
}

export function settleAll(editor: LexicalEditor, verdict: 'accept' | 'reject'): void {
  if (!settleChanges(editor, verdict, 'all')) notify({ title: 'There are no suggested changes.' });
  editor.focus();
}

export function stepToChange(editor: LexicalEditor, step: 1 | -1): void {
  const id = nextChange(editor, step);
  if (id === null) notify({ title: 'There are no suggested changes.' });
  else showChange(editor, id);
}

/** Goes to a change in the text. */
export function showChange(editor: LexicalEditor, id: string): void {
  const element = selectChange(editor, id);
  editor.focus();
  element?.scrollIntoView({ block: 'center' });
}
