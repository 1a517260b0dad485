import type { Command } from '../../../app/commands.ts';
import { onMac } from '../../../ui/Keys.tsx';
import type { Finder } from './finder.ts';

/** Commands that look for words in the brief. */
export function findCommands(finder: Finder): Command[] {
  const always = (): boolean => true;
  const isOpen = (): boolean => finder.state.get().open;
  return [
    {
      id: 'find.open',
      title: 'Find in the brief…',
      group: 'Edit',
      shortcut: 'Mod+F',
      enabled: always,
      run: () => finder.open(false),
    },
    {
      id: 'find.replace',
      title: 'Find and replace in the brief…',
      group: 'Edit',
      shortcut: onMac ? 'Mod+Shift+H' : 'Mod+H',
      enabled: always,
      run: () => finder.open(true),
    },
    {
      id: 'find.next',
      title: 'Next match',
      group: 'Edit',
      shortcut: 'F3',
      enabled: isOpen,
      run: () => finder.step(1),
    },
    {
      id: 'find.previous',
      title: 'Previous match',
      group: 'Edit',
      shortcut: 'Shift+F3',
      enabled: isOpen,
      run: () => finder.step(-1),
    },
  ];
}
