import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './Button.tsx';
import { classNames } from './classNames.ts';
import styles from './Modal.module.css';

interface ModalProps {
  title: string;
  onClose: () => void;
  size?: 'small' | 'medium' | 'large' | 'full' | undefined;
  /** Controls beside the title. */
  tools?: ReactNode;
  /** Buttons below the content. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A dialog over the window, open for as long as it is rendered. */
export function Modal({ title, onClose, size = 'medium', tools, footer, children }: ModalProps) {
  const content = useRef<HTMLDivElement>(null);
  // A form that is opened for one of its fields says so.
  const firstField = (): HTMLElement | null =>
    content.current?.querySelector<HTMLElement>('[data-wanted] :is(input, select, textarea, button)') ??
    content.current?.querySelector<HTMLElement>('input, select, textarea') ??
    content.current;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport} data-modal>
          <Dialog.Popup className={classNames(styles.popup, styles[size])} initialFocus={firstField}>
            <header className={styles.header}>
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              {tools}
              <Dialog.Close render={<IconButton icon={X} label="Close" />} />
            </header>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be within reach of the keyboard. */}
            <div ref={content} tabIndex={0} className={styles.content}>
              {children}
            </div>
            {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
