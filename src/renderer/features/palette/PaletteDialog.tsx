import { useState } from 'react';
import { type Command, commands, runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { FilterDialog } from '../../ui/FilterDialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { filterCommands } from './filterCommands.ts';
import styles from './palette.module.css';

/** Finds and runs any command by its name. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const all = useStore(commands);
  const [typed, setTyped] = useState('');
  const usable = [...all.values()].filter((command) => command.enabled?.() !== false);
  const found = filterCommands(usable, typed);
  const run = (command: Command): void => {
    onClose();
    // After the dialog has given the focus back: commands act where the caret is.
    setTimeout(() => runCommand(command.id));
  };

  return (
    <FilterDialog
      title="Commands"
      label="Find a command"
      typed={typed}
      onType={setTyped}
      items={found}
      keyOf={({ id }) => id}
      textOf={({ title }) => title}
      renderItem={({ group, title, shortcut }) => (
        <>
          <span className={styles.group}>{group}</span>
          <span className={styles.title}>{title}</span>
          {shortcut !== undefined && <Keys shortcut={shortcut} />}
        </>
      )}
      empty="No command has these words."
      onPick={run}
      onClose={onClose}
    />
  );
}
