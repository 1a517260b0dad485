import { commands } from './commands.ts';

/** The shortcut of a command, for a button that runs it. */
export function shortcutOf(id: string): string | undefined {
  return commands.get().get(id)?.shortcut;
}
