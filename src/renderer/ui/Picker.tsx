import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useState } from 'react';
import styles from './Picker.module.css';

export interface PickerItem {
  key: string;
  label: string;
  /** What it lies in, before the label. */
  path?: string | undefined;
  /** At the end of its line. */
  side?: string | undefined;
}

interface PickerProps {
  /** What is to be picked: the name of the dialog and of its field. */
  title: string;
  items: readonly PickerItem[];
  /** How to offer what was typed as a new item; absent where only the items can be picked. */
  createLabel?: ((typed: string) => string) | undefined;
  /** Said where nothing fits. */
  empty: ReactNode;
  onPick: (item: PickerItem) => void;
  onCreate?: ((typed: string) => void) | undefined;
  onClose: () => void;
}

const NEW = 'new';
/** More than these nobody reads: typing narrows them. */
const MOST_SHOWN = 200;

/** Picks one of many by typing a part of its name, or makes a new one. */
export function Picker({ title, items, createLabel, empty, onPick, onCreate, onClose }: PickerProps) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const found = matching(items, name).slice(0, MOST_SHOWN);
  const known = items.some(({ label }) => fold(label) === fold(name));
  const offered =
    createLabel === undefined || name === '' || known
      ? found
      : [...found, { key: NEW, label: createLabel(name) }];

  const pick = (item: PickerItem): void => {
    onClose();
    if (item.key === NEW) onCreate?.(name);
    else onPick(item);
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label={title}>
            <Autocomplete.Root
              open
              inline
              items={offered}
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={typed}
              itemToStringValue={(item: PickerItem) => item.label}
              onValueChange={(value, { reason }) => reason === 'input-change' && setTyped(value)}
            >
              <Autocomplete.Input
                className={styles.input}
                aria-label={title}
                placeholder={title}
                spellCheck={false}
                maxLength={100}
              />
              <Dialog.Close className="visually-hidden">Close</Dialog.Close>
              <Autocomplete.Empty className={styles.empty}>
                {offered.length === 0 && empty}
              </Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(item: PickerItem) => (
                  <Autocomplete.Item
                    key={item.key}
                    value={item}
                    className={styles.item}
                    onClick={() => pick(item)}
                  >
                    <span className={styles.label}>
                      {item.path !== undefined && <span className={styles.path}>{item.path} › </span>}
                      {item.label}
                    </span>
                    {item.side !== undefined && <span className={styles.side}>{item.side}</span>}
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

/** Items that have every word, those that begin with what was typed first. */
function matching(items: readonly PickerItem[], typed: string): PickerItem[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  const whole = words.join(' ');
  const found = items.filter(({ label, path = '' }) => {
    const text = fold(`${path} ${label}`);
    return words.every((word) => text.includes(word));
  });
  const rank = ({ label }: PickerItem): number => (fold(label).startsWith(whole) ? 0 : 1);
  return words.length === 0 ? found : found.toSorted((a, b) => rank(a) - rank(b));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}
