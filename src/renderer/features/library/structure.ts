/** Collections, tags and the counts of the views, read once for the whole window and kept up to date. */
import type { Collection } from '#contract/collections.ts';
import type { EventName } from '#contract/events.ts';
import type { View } from '#contract/organise.ts';
import type { Tag } from '#contract/tags.ts';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';
import { createStore } from '../../app/store.ts';
import { listState, showView } from './libraryState.ts';

export interface Structure {
  collections: readonly Collection[];
  tags: readonly Tag[];
  /** Null before the first answer. */
  counts: Record<View, number> | null;
}

export const structure = createStore<Structure>({ collections: [], tags: [], counts: null });

/** An import changes the library many times a second. */
const REFRESH_AFTER = 400;

/** Call once. */
export function followStructure(): void {
  follow(
    () => client.call('collections.list', {}),
    ['library.changed'],
    (collections) => {
      structure.set((before) => ({ ...before, collections }));
      const { collectionId } = listState.get().scope;
      if (collectionId !== undefined && !collections.some(({ id }) => id === collectionId)) showView('all');
    },
  );
  follow(
    () => client.call('tags.list', {}),
    ['library.changed'],
    (tags) => {
      structure.set((before) => ({ ...before, tags }));
      const { tagId } = listState.get().scope;
      if (tagId !== undefined && !tags.some(({ id }) => id === tagId)) showView('all');
    },
  );
  follow(
    () => client.call('articles.counts', {}),
    ['articles.changed'],
    (counts) => structure.set((before) => ({ ...before, counts })),
  );
}

/** Reads now, and again after the events: at once after the first, then as often as the pause allows. */
function follow<T>(ask: () => Promise<T>, events: readonly EventName[], take: (value: T) => void): void {
  let busy = false;
  let again = false;
  const read = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    // A lost connection is told elsewhere, and this reads again when it is back.
    const value = await ask().catch(() => null);
    if (value !== null) take(value);
    setTimeout(() => {
      busy = false;
      if (!again) return;
      again = false;
      void read();
    }, REFRESH_AFTER);
  };
  void read();
  for (const event of events) client.on(event, () => void read());
  lostConnection.subscribe(() => lostConnection.get() === null && void read());
}
