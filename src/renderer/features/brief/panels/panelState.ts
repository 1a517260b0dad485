/** Which panel stands beside the text, and opening one. It is kept with the other preferences of the window. */
import type { LexicalEditor } from 'lexical';
import { type Command, registerCommands } from '../../../app/commands.ts';
import { leaveFocusMode } from '../../../app/focusMode.ts';
import { type Settings, setSetting, settings } from '../../../app/settings.ts';
import { createStore } from '../../../app/store.ts';
import { type BriefPanel, PANELS } from './panels.ts';
import { SIDE_PANEL } from './sidePanelId.ts';

/** The panel that is to have the focus once it is drawn. */
export const wantsFocus = createStore<string | null>(null);

/** The panel that is open, or was last. */
export function currentPanel({ briefPanel }: Settings): BriefPanel {
  return PANELS.find(({ id }) => id === briefPanel) ?? PANELS[0];
}

export function openPanel(id: string, focus: boolean): void {
  leaveFocusMode();
  if (focus) wantsFocus.set(id);
  setSetting('briefPanel', id);
  setSetting('showBriefPanel', true);
}

/** Where the focus is in it, it goes back to the text. */
export function closePanel(editor: LexicalEditor): void {
  const within = focusIsInPanel();
  setSetting('showBriefPanel', false);
  if (within) editor.focus();
}

function focusIsInPanel(): boolean {
  return document.getElementById(SIDE_PANEL)?.contains(document.activeElement) === true;
}

/** A command for each panel: it opens the panel and moves the focus there; from there it closes the panel. */
export function registerPanelCommands(editor: LexicalEditor): () => void {
  return registerCommands(
    PANELS.map(({ id, title, shortcut }): Command => {
      const run = (): void => {
        const { showBriefPanel } = settings.get();
        const isHere = showBriefPanel && currentPanel(settings.get()).id === id && focusIsInPanel();
        if (isHere) closePanel(editor);
        else openPanel(id, true);
      };
      const command: Command = { id: `panel.${id}`, title: `${title} beside the text`, group: 'View', run };
      return shortcut === undefined ? command : { ...command, shortcut };
    }),
  );
}
