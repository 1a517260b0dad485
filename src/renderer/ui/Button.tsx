import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Keys, onMac } from './Keys.tsx';
import { ariaShortcut } from './shortcuts.ts';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  icon?: LucideIcon | undefined;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  children: ReactNode;
}

/** A button with a word on it, and an icon before the word where there is one. */
export function Button({ icon: Icon, kind = 'plain', className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={classNames(styles.button, styles[kind], className)}>
      {Icon !== undefined && <Icon size={15} aria-hidden />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  icon: LucideIcon;
  /** What the button does: its name, and its tooltip. */
  label: string;
  shortcut?: string | undefined;
}

/** A button that shows an icon only. */
export function IconButton({ icon: Icon, label, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root disableHoverablePopup>
      <Tooltip.Trigger
        render={
          <button
            type="button"
            {...rest}
            aria-label={label}
            aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut, onMac)}
            className={classNames(styles.icon, className)}
          >
            <Icon size={16} aria-hidden />
          </button>
        }
      />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.tooltipPlace}>
          <Tooltip.Popup className={styles.tooltip}>
            {label}
            {shortcut !== undefined && <Keys shortcut={shortcut} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
