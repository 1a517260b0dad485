/** Commands of the history, for the palette and shortcuts. */
import type { Command } from '../../../app/commands.ts';
import { askForName } from './historyState.ts';

export function historyCommands(): Command[] {
  return [
    {
      id: 'history.name',
      title: 'Name this version…',
      group: 'Brief',
      shortcut: 'Mod+Alt+S',
      run: () => askForName(null),
      enabled: () => true,
    },
  ];
}
