import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { type Command, commands, runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
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
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label="Commands">
            <Autocomplete.Root
              open
              inline
              items={found}
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={typed}
              itemToStringValue={(command: Command) => command.title}
              onValueChange={(value, { reason }) => reason === 'input-change' && setTyped(value)}
            >
              <Autocomplete.Input
                className={styles.input}
                aria-label="Find a command"
                placeholder="Find a command"
                spellCheck={false}
              />
              <Dialog.Close className="visually-hidden">Close</Dialog.Close>
              <Autocomplete.Empty className={styles.empty}>
                {found.length === 0 && 'No command has these words.'}
              </Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(command: Command) => (
                  <Autocomplete.Item
                    key={command.id}
                    value={command}
                    className={styles.item}
                    onClick={() => run(command)}
                  >
                    <span className={styles.group}>{command.group}</span>
                    <span className={styles.title}>{command.title}</span>
                    {command.shortcut !== undefined && <Keys shortcut={command.shortcut} />}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
