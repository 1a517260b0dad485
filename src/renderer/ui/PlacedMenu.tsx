import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import styles from './menu.module.css';

interface PlacedMenuProps {
  /** What it is a menu of. */
  label: string;
  /** Where it opens, in CSS pixels of the window. */
  at: DOMRect;
  onClose: () => void;
  children: ReactNode;
}

/** A menu without a button, as the right mouse button and the menu key open it; open for as long as it is rendered. */
export function PlacedMenu({ label, at, onClose, children }: PlacedMenuProps) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner
          className={styles.place}
          anchor={{ getBoundingClientRect: () => at }}
          align="start"
          sideOffset={2}
        >
          <Menu.Popup className={styles.popup} aria-label={label}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
