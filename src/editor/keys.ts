/** What a key press is for. */

/** Whether a key writes something, alone or as the beginning of a composition. */
export function typesText(event: KeyboardEvent): boolean {
  if (event.isComposing || event.key === 'Process') return true;
  // Keys that write are named by the character they write, all others by a word (UI Events, key values).
  return /^.$/u.test(event.key) && !event.ctrlKey && !event.metaKey;
}
