import { type ReactNode, useState } from 'react';
import { FilterDialog } from './FilterDialog.tsx';
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
    <FilterDialog
      title={title}
      label={title}
      typed={typed}
      onType={setTyped}
      items={offered}
      keyOf={({ key }) => key}
      textOf={({ label }) => label}
      renderItem={({ path, label, side }) => (
        <>
          <span className={styles.label}>
            {path !== undefined && <span className={styles.path}>{path} › </span>}
            {label}
          </span>
          {side !== undefined && <span className={styles.side}>{side}</span>}
        </>
      )}
      empty={empty}
      onPick={pick}
      onClose={onClose}
    />
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
