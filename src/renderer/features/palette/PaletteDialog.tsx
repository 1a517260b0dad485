import { useState } from 'react';
import { type Command, commands, runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { FilterDialog } from '../../ui/FilterDialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { holdSelection } from '../reader/readerSelection.ts';
import { filterCommands } from './filterCommands.ts';
import styles from './palette.module.css';

/** Finds and runs any command by its name. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const all = useStore(commands);
  const [typed, setTyped] = useState('');
  // As the window was before: the field takes focus and selection.
  const [selectAgain] = useState(holdSelection);
  const [disabled] = useState(() => [...all.values()].filter(({ enabled }) => enabled?.() === false));
  const usable = [...all.values()].filter((command) => !disabled.includes(command));
  const found = filterCommands(usable, typed);
  const run = (command: Command): void => {
    onClose();
    // After the dialog has given the focus back: commands act where the caret is.
    setTimeout(() => {
      selectAgain();
      runCommand(command.id);
    });
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
      renderItem={({ group, title, keys, shortcut = keys }) => (
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
