/** What is to be saved before the window goes. */

const savers = new Set<() => Promise<unknown>>();

/** `save` stores what is not stored yet, or rejects. Returns the function that takes it back. */
export function saveBeforeClose(save: () => Promise<unknown>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Resolves when everything is stored; rejects where something is not. */
export async function saveEverything(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}
