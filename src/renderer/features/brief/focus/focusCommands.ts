import type { Command } from '../../../app/commands.ts';
import { focusMode } from '../../../app/focusMode.ts';
import { setSetting, settings } from '../../../app/settings.ts';

/** Commands of focus mode; `focusText` gives the text the focus. */
export function focusCommands(focusText: () => void): Command[] {
  return [
    {
      id: 'focus.toggle',
      title: 'Focus mode: only the text',
      group: 'View',
      shortcut: 'F8',
      enabled: () => true,
      run() {
        focusMode.set((before) => !before);
        focusText();
      },
    },
    {
      id: 'focus.typewriter',
      title: 'Keep the line at one height in focus mode, or not',
      group: 'View',
      shortcut: 'Shift+F8',
      enabled: () => true,
      run: () => setSetting('typewriter', !settings.get().typewriter),
    },
  ];
}
