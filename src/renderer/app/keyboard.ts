import { matchesShortcut } from '../ui/shortcuts.ts';
import { commands, runCommand } from './commands.ts';
import { workspace } from './workspace.ts';

/**
 * Runs commands by their shortcuts. What the focused control has handled itself is left alone, and while a
 * dialog is open shortcuts do nothing. Returns the function that stops it.
 */
export function listenForShortcuts(mac: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // On Windows it reports Control and Alt, and writes a character.
    if (event.getModifierState('AltGraph')) return;
    for (const { id, shortcut } of commands.get().values()) {
      if (shortcut === undefined || !matchesShortcut(shortcut, event, mac)) continue;
      // The browser must not act on it either: Ctrl+P would print the window.
      event.preventDefault();
      // Nor must a component that listens at the window: the toaster takes F6 for itself.
      event.stopImmediatePropagation();
      if (workspace.get().dialog === null) runCommand(id);
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
