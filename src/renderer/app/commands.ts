/** Commands: everything the analyst can do, found by the palette, shortcuts and the native menu alike. */
import { createStore } from './store.ts';

export interface Command {
  /** `feature.verb`, unique. */
  id: string;
  title: string;
  /** Heading in the palette. */
  group: string;
  /** `Mod+Shift+K`: Mod is Command on a Mac and Control elsewhere. */
  shortcut?: string;
  /** A shortcut that a part of the window answers itself, where it means something: shown, and free elsewhere. */
  keys?: string;
  /** Absent: always. */
  enabled?: () => boolean;
  run: () => void | Promise<void>;
}

export const commands = createStore<ReadonlyMap<string, Command>>(new Map());

/** Returns the function that takes the commands back. Throws where an id or a shortcut is taken. */
export function registerCommands(list: Command[]): () => void {
  commands.set((before) => {
    const after = new Map(before);
    for (const command of list) {
      if (after.has(command.id)) throw new Error(`The command ${command.id} is registered twice.`);
      const rival = [...after.values()].find(({ shortcut }) => shortcut === (command.shortcut ?? null));
      if (rival !== undefined)
        throw new Error(`${command.shortcut} is claimed by both ${rival.id} and ${command.id}.`);
      after.set(command.id, command);
    }
    return after;
  });
  return () =>
    commands.set((before) => {
      const after = new Map(before);
      for (const command of list) after.delete(command.id);
      return after;
    });
}

/** Runs a command by its id; false where there is none or it is not enabled. */
export function runCommand(id: string): boolean {
  const command = commands.get().get(id);
  if (command === undefined || command.enabled?.() === false) return false;
  void command.run();
  return true;
}
