/** The place of the change that holds the focus; -1 where none does. */
export function focusedChange(list: HTMLElement): number {
  return changesIn(list).findIndex((change) => change.contains(document.activeElement));
}

/** Focuses the change at a place, or the last one where there are fewer; the list itself where there is none. */
export function focusChange(list: HTMLElement, place: number): void {
  const changes = changesIn(list);
  (changes[Math.max(0, place)] ?? changes.at(-1) ?? list).focus();
}

function changesIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-change]')];
}

/** Moves the focus to the next or the previous change in a list of them, round its ends. */
export function nextChange(list: HTMLElement, step: 1 | -1): void {
  const changes = changesIn(list);
  const current = focusedChange(list);
  const next = current < 0 ? (step > 0 ? 0 : -1) : (current + step) % changes.length;
  const change = changes.at(next);
  change?.focus();
  change?.scrollIntoView({ block: 'center' });
}
