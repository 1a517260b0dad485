import { Menu } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Keys } from './Keys.tsx';
import styles from './menu.module.css';

interface AppMenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement;
  align?: 'start' | 'end' | undefined;
  children: ReactNode;
}

/** A menu below its button. */
export function AppMenu({ trigger, align = 'start', children }: AppMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className={styles.place} sideOffset={4} align={align}>
          <Menu.Popup className={styles.popup}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuActionProps {
  icon?: LucideIcon | undefined;
  shortcut?: string | undefined;
  disabled?: boolean | undefined;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuAction({ icon: Icon, shortcut, disabled, onSelect, children }: MenuActionProps) {
  return (
    <Menu.Item className={styles.item} onClick={onSelect} disabled={disabled}>
      {Icon === undefined ? <span className={styles.indicator} /> : <Icon size={15} aria-hidden />}
      <span className={styles.label}>{children}</span>
      {shortcut !== undefined && (
        <span className={styles.side}>
          <Keys shortcut={shortcut} />
        </span>
      )}
    </Menu.Item>
  );
}

interface MenuChoiceProps<T extends string | number> {
  label: string;
  value: T | null;
  choices: readonly { value: T; label: string; side?: string | undefined }[];
  onChange: (value: T) => void;
}

/** One of several: the current choice carries a tick. */
export function MenuChoice<T extends string | number>({
  label,
  value,
  choices,
  onChange,
}: MenuChoiceProps<T>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      <Menu.GroupLabel className={styles.heading}>{label}</Menu.GroupLabel>
      {choices.map((choice) => (
        <Menu.RadioItem key={choice.value} value={choice.value} className={styles.item} closeOnClick>
          <span className={styles.indicator}>
            <Menu.RadioItemIndicator>
              <Check size={15} aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
          <span className={styles.label}>{choice.label}</span>
          {choice.side !== undefined && <span className={styles.side}>{choice.side}</span>}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

interface MenuChecksProps<T extends string | number> {
  label: string;
  options: readonly { value: T; label: string; side?: string | undefined }[];
  checked: readonly T[];
  onChange: (checked: T[]) => void;
}

/** Any number of several; the menu stays open. */
export function MenuChecks<T extends string | number>({
  label,
  options,
  checked,
  onChange,
}: MenuChecksProps<T>) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles.heading}>{label}</Menu.GroupLabel>
      {options.map((option) => (
        <Menu.CheckboxItem
          key={option.value}
          className={styles.item}
          checked={checked.includes(option.value)}
          closeOnClick={false}
          onCheckedChange={(on) =>
            onChange(on ? [...checked, option.value] : checked.filter((value) => value !== option.value))
          }
        >
          <span className={styles.indicator}>
            <Menu.CheckboxItemIndicator>
              <Check size={15} aria-hidden />
            </Menu.CheckboxItemIndicator>
          </span>
          <span className={styles.label}>{option.label}</span>
          {option.side !== undefined && <span className={styles.side}>{option.side}</span>}
        </Menu.CheckboxItem>
      ))}
    </Menu.Group>
  );
}

/** A line of text at the end of a menu. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className={styles.note}>{children}</div>;
}

export function MenuDivider() {
  return <Menu.Separator className={styles.separator} />;
}
