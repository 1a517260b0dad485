/** Saves what is written while it is written: a second after the last edit, and at the latest five after the first. */
import { DossierError } from '#contract/errors.ts';
import { createStore, type Store } from '../../app/store.ts';

/** Milliseconds. */
const AFTER_LAST_EDIT = 1000;
const AFTER_FIRST_EDIT = 5000;
const IDLE_TIMEOUT = 500;
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** It is tried again by itself. */
  | { kind: 'failed'; message: string }
  /** A newer revision is stored: nothing is saved until the analyst has decided. */
  | { kind: 'conflict'; message: string };

/** D is what is written, R what tells its stored revisions apart. */
export interface AutosaveOptions<D, R> {
  /** The stored revision that the editor started from. */
  revision: R;
  /** The document as it is now. */
  take: () => D;
  /** Stores the document over `revision`. Rejects with a DossierError; `conflict` where that is not the latest. */
  save: (document: D, revision: R) => Promise<{ revision: R; updatedAt: string }>;
  /** Keeps what could not be saved where it survives the window, or forgets it. */
  keepCopy: (document: D, revision: R) => void;
  dropCopy: () => void;
}

export interface Autosave<R = number> {
  state: Store<SaveState>;
  revision(): R;
  /** When the stored revision was written, as the core said; null before the first save. */
  savedAt(): string | null;
  /** Whether there is something that is not stored. */
  dirty(): boolean;
  /** The document was edited. */
  changed(): void;
  /** Saves now what is not saved yet. Rejects where that fails; it is then tried again by itself. */
  flush(): Promise<void>;
  /** For the moment before the window goes: a copy that survives it, and a last attempt to save. */
  rescue(): void;
  /** What is not saved is no longer meant to be: the analyst has put it elsewhere or given it up. */
  abandon(): void;
  /** Takes the document for the last time and saves it; the editor may go at once. */
  close(): Promise<void>;
}

export function createAutosave<D, R>(options: AutosaveOptions<D, R>): Autosave<R> {
  const state = createStore<SaveState>({ kind: 'saved' });
  let { revision } = options;
  let { take } = options;
  let savedAt: string | null = null;
  let edits = 0;
  let stored = 0;
  let firstEditAt = 0;
  let failures = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;

  const dirty = (): boolean => stored < edits;

  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(() => void saveNow().catch(() => undefined)), delay);
  };

  const saveNow = (): Promise<void> => {
    saving ??= saveOnce().finally(() => {
      saving = null;
      if (dirty() && state.get().kind === 'unsaved') schedule(AFTER_LAST_EDIT);
    });
    return saving;
  };

  const saveOnce = async (): Promise<void> => {
    if (!dirty() || state.get().kind === 'conflict') return;
    clearTimeout(timer);
    const taken = edits;
    const document = take();
    state.set({ kind: 'saving' });
    try {
      const answer = await options.save(document, revision);
      revision = answer.revision;
      savedAt = answer.updatedAt;
      stored = taken;
      failures = 0;
      firstEditAt = performance.now();
      options.dropCopy();
      state.set(dirty() ? { kind: 'unsaved' } : { kind: 'saved' });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      options.keepCopy(document, revision);
      if (error instanceof DossierError && error.code === 'conflict')
        state.set({ kind: 'conflict', message });
      else {
        state.set({ kind: 'failed', message });
        if (!closed) schedule(Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures));
        failures += 1;
      }
      throw error;
    }
  };

  const flush = async (): Promise<void> => {
    if (saving !== null) await saving.catch(() => undefined);
    while (dirty()) {
      const now = state.get();
      if (now.kind === 'conflict') throw new DossierError('conflict', now.message);
      await saveNow();
    }
  };

  return {
    state,
    revision: () => revision,
    savedAt: () => savedAt,
    dirty,
    changed() {
      if (closed) return;
      if (!dirty()) firstEditAt = performance.now();
      edits += 1;
      const { kind } = state.get();
      if (kind === 'conflict' || kind === 'failed') return;
      if (kind === 'saved') state.set({ kind: 'unsaved' });
      const left = firstEditAt + AFTER_FIRST_EDIT - performance.now();
      schedule(Math.max(0, Math.min(AFTER_LAST_EDIT, left)));
    },
    flush,
    rescue() {
      if (!dirty()) return;
      options.keepCopy(take(), revision);
      saveNow().catch(() => undefined);
    },
    abandon() {
      clearTimeout(timer);
      closed = true;
      stored = edits;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      if (dirty()) {
        const document = take();
        take = () => document;
        options.keepCopy(document, revision);
      }
      await flush();
    },
  };
}

/** A pause of the browser, or soon where it takes none. */
function whenIdle(run: () => void): void {
  requestIdleCallback(run, { timeout: IDLE_TIMEOUT });
}
