/** The threads of a brief: what the core has, and on top of it what was done since and is not stored yet. */
import type { Thread } from '#domain/comment.ts';
import { client } from '../../../api/client.ts';
import { lostConnection } from '../../../api/connection.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { applyChange, type Change } from './changes.ts';

interface ThreadsState {
  /** The oldest first; null until they are read. */
  threads: readonly Thread[] | null;
  /** Why they cannot be read, or the first change is not stored; null where nothing is wrong. */
  failure: string | null;
  /** Changes that are not stored yet. */
  unsaved: number;
}

export interface Threads {
  state: Store<ThreadsState>;
  /** Shows a change at once and stores it behind those before it. */
  change: (change: Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never) => void;
  /** Tries again to read, and to store what is not stored. */
  retry: () => void;
  /** Gives up the change that cannot be stored. */
  discard: () => void;
  dispose: () => void;
}

/** Milliseconds for other changes of the same moment to arrive. */
const SETTLE = 150;

export function keepThreads(briefId: number): Threads {
  const state = createStore<ThreadsState>({ threads: null, failure: null, unsaved: 0 });
  let stored: readonly Thread[] | null = null;
  let queue: readonly Change[] = [];
  let isRunning = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reads = 0;

  const show = (failure: string | null): void =>
    state.set({
      threads: stored === null && queue.length === 0 ? null : queue.reduce(applyChange, stored ?? []),
      failure,
      unsaved: queue.length,
    });
  const read = async (): Promise<void> => {
    const turn = (reads += 1);
    try {
      const threads = await client.call('comments.list', { briefId });
      if (turn !== reads || isOver) return;
      stored = threads;
      show(queue.length === 0 || isRunning ? null : state.get().failure);
    } catch (error) {
      if (turn === reads && stored === null) show(messageOf(error));
    }
  };
  const store = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    let failure: string | null = null;
    for (let [first] = queue; first !== undefined && failure === null; [first] = queue)
      try {
        await client.call(first.name, first.input);
        stored = stored === null ? null : applyChange(stored, first);
        queue = queue.slice(1);
        show(null);
      } catch (error) {
        failure = messageOf(error);
      }
    isRunning = false;
    show(failure);
    if (failure === null) await read();
  };
  void read();
  const stops = [
    client.on('comments.changed', (changed) => {
      if (changed.briefId !== briefId) return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), SETTLE);
    }),
    lostConnection.subscribe(() => {
      if (lostConnection.get() === null) retry();
    }),
  ];
  const retry = (): void => {
    if (queue.length > 0) void store();
    else void read();
  };
  return {
    state,
    change(change) {
      queue = [...queue, { ...change, at: new Date().toISOString() }];
      show(state.get().failure);
      void store();
    },
    retry,
    discard() {
      if (isRunning) return;
      queue = queue.slice(1);
      show(null);
      retry();
    },
    // What is under way goes on: nothing that was written is given up.
    dispose() {
      isOver = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
