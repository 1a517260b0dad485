import { type KeyboardEvent, useState } from 'react';

const PAGE = 8;

export interface ActiveOption {
  /** Index of the option that Enter opens; -1 while there is none. */
  active: number;
  setActive: (index: number) => void;
  /** For a list box, or for the field above it (then Home and End are left to the caret). */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Moves through `count` options with the arrow keys, as the ARIA patterns for list box and combobox have it. */
export function useActiveOption(count: number, open: (index: number) => void): ActiveOption {
  const [wish, setActive] = useState(-1);
  const active = Math.min(wish, count - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const inField = event.target instanceof HTMLInputElement;
    if (count === 0 || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (event.key === 'Enter') {
      event.preventDefault();
      open(Math.max(active, 0));
      setActive(Math.max(active, 0));
      return;
    }
    const next = {
      ArrowDown: active + 1,
      ArrowUp: Math.max(active - 1, 0),
      PageDown: active + PAGE,
      PageUp: Math.max(active - PAGE, 0),
      ...(!inField && { Home: 0, End: count - 1 }),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setActive(Math.min(next, count - 1));
  };

  return { active, setActive, onKeyDown };
}
