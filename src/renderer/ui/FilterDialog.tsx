import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './FilterDialog.module.css';

interface FilterDialogProps<Item> {
  /** Name of the dialog. */
  title: string;
  /** Name of its field. */
  label: string;
  typed: string;
  onType: (typed: string) => void;
  /** What fits what was typed, best first. */
  items: readonly Item[];
  keyOf: (item: Item) => string;
  textOf: (item: Item) => string;
  renderItem: (item: Item) => ReactNode;
  /** Said where nothing fits. */
  empty: ReactNode;
  onPick: (item: Item) => void;
  onClose: () => void;
}

/** A field over the list that it narrows: arrows move, Enter picks, Escape closes. */
export function FilterDialog<Item>(props: FilterDialogProps<Item>) {
  const { title, label, typed, onType, items, keyOf, textOf, renderItem, empty, onPick, onClose } = props;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label={title}>
            <Autocomplete.Root
              open
              inline
              items={items}
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={typed}
              itemToStringValue={textOf}
              onValueChange={(value, { reason }) => reason === 'input-change' && onType(value)}
            >
              <Autocomplete.Input
                className={styles.input}
                aria-label={label}
                placeholder={label}
                spellCheck={false}
                maxLength={100}
              />
              <Dialog.Close className="visually-hidden">Close</Dialog.Close>
              <Autocomplete.Empty className={styles.empty}>{items.length === 0 && empty}</Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(item: Item) => (
                  <Autocomplete.Item
                    key={keyOf(item)}
                    value={item}
                    className={styles.item}
                    onClick={() => onPick(item)}
                  >
                    {renderItem(item)}
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
