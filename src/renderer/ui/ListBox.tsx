import type { ComponentProps } from 'react';

/*
 * A list box whose own element keeps the focus and points at the active option, as the ARIA pattern has it:
 * https://www.w3.org/WAI/ARIA/apg/patterns/listbox/. A <select> cannot hold such options, and they take no
 * focus or key of their own.
 */

interface ListBoxProps extends Omit<ComponentProps<'div'>, 'role'> {
  /** What is in the list. */
  label: string;
  /** Id of the option that Enter opens. */
  activeId: string | undefined;
}

export function ListBox({ label, activeId, tabIndex = 0, ...rest }: ListBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div {...rest} role="listbox" tabIndex={tabIndex} aria-label={label} aria-activedescendant={activeId} />
  );
}

interface ListOptionProps extends Omit<ComponentProps<'div'>, 'role' | 'onClick'> {
  active: boolean;
  /** Place in the whole list from 1, which may hold more than is in the page. */
  position: number;
  total: number;
  onOpen: () => void;
}

export function ListOption({ active, position, total, onOpen, ...rest }: ListOptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      {...rest}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={active}
      aria-posinset={position}
      aria-setsize={total}
      onClick={onOpen}
    />
  );
}
