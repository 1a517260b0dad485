/** The comments of an open brief: its threads, and what the text shows of them. No React. */
import { newThreadId } from '#domain/document/comments.ts';
import { beginDraft, caretToThread, dropDraft, keepDraft, threadsAtCaret } from '#editor/comments/actions.ts';
import { setCurrentThread, setThreadLooks, type ThreadLook } from '#editor/comments/CommentsExtension.ts';
import { SHOWN_THREADS } from '#editor/comments/look.ts';
import { threadPlaces } from '#editor/comments/places.ts';
import type { LexicalEditor } from 'lexical';
import { settings } from '../../../app/settings.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { reveal } from '../reveal.ts';
import { keepThreads, type Threads } from './threads.ts';

/** A comment that is being written and whose words are marked already. */
export interface Draft {
  id: string;
  /** The words that it is on. */
  quote: string;
}

export interface BriefComments {
  threads: Threads;
  draft: Store<Draft | null>;
  /** The thread that the caret is in or that was chosen in the panel. */
  current: Store<string | null>;
  /** What is written and not sent, by the id of the thread or draft; kept while the panel or the brief is closed. */
  unsent: Map<string, string>;
  /** Begins a comment on what is selected; false where there is nothing to comment on. */
  begin: () => boolean;
  /** Makes a thread of the draft. */
  save: (text: string) => void;
  /** Gives the draft up. */
  cancel: () => void;
  /** Closes a thread in somebody's name, or opens it again. */
  resolve: (threadId: string, resolved: boolean, author: string) => void;
  /** Puts the caret to the words of a thread and brings them into view; false where it has none. */
  goTo: (thread: string) => boolean;
  /** Makes a thread the current one and shows its words, without taking the focus. */
  show: (thread: string) => void;
  /** Calls back after a click on words that are commented on. */
  onClick: (listener: () => void) => () => void;
  dispose: () => void;
}

/** Ids of threads are never used twice, so that this may outlive a brief that is closed. */
const unsent = new Map<string, string>();

export function keepComments(editor: LexicalEditor, briefId: number): BriefComments {
  const threads = keepThreads(briefId);
  const draft = createStore<Draft | null>(null);
  const current = createStore<string | null>(null);
  const clicked = new Set<() => void>();

  const drawLooks = (): void => {
    const looks = new Map<string, ThreadLook>();
    for (const { id, resolved, comments } of threads.state.get().threads ?? [])
      looks.set(id, {
        resolved: resolved !== null,
        description: `Comment by ${comments[0]?.author}: ${comments[0]?.text.slice(0, 120)}`,
      });
    const { id } = draft.get() ?? {};
    if (id !== undefined) looks.set(id, { resolved: false, description: 'Your new comment' });
    setThreadLooks(editor, looks);
  };
  const drawCurrent = (): void => setCurrentThread(editor, draft.get()?.id ?? current.get());
  const followCaret = (): void => {
    // What was chosen in the panel stays while the focus is there.
    if (document.activeElement !== editor.getRootElement()) return;
    const here = threadsAtCaret(editor);
    const before = current.get();
    if (before === null ? here.length > 0 : !here.includes(before)) current.set(here.at(-1) ?? null);
  };
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(`[${SHOWN_THREADS}]`) === null) return;
    // Citations and notes show what they are themselves.
    if (target.closest('a, img') === null && document.getSelection()?.isCollapsed === true)
      for (const listener of clicked) listener();
  };
  let shownThreads: unknown = null;
  const stops = [
    threads.state.subscribe(() => {
      const { threads: list } = threads.state.get();
      if (list !== shownThreads) drawLooks();
      shownThreads = list;
    }),
    draft.subscribe(() => {
      drawLooks();
      drawCurrent();
    }),
    current.subscribe(drawCurrent),
    editor.registerUpdateListener(followCaret),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      root?.addEventListener('click', onClick);
    }),
  ];
  const place = (thread: string): boolean => {
    const first = threadPlaces(editor).get(thread)?.elements[0];
    first?.scrollIntoView({ block: 'center' });
    return first !== undefined;
  };
  const save = (text: string): void => {
    const { id: draftId, quote } = draft.get()!;
    const threadId = newThreadId();
    const words = threadPlaces(editor).get(draftId)?.words ?? quote;
    unsent.delete(draftId);
    const comment = { id: newThreadId(), author: settings.get().authorName || 'Author', text };
    threads.change({ name: 'comments.begin', input: { briefId, threadId, quote: words, comment } });
    keepDraft(editor, draftId, threadId);
    draft.set(null);
    current.set(threadId);
  };
  const cancel = (): void => {
    const before = draft.get();
    if (before === null) return;
    unsent.delete(before.id);
    dropDraft(editor, before.id);
    draft.set(null);
  };
  return {
    threads,
    draft,
    current,
    unsent,
    begin() {
      const before = draft.get();
      const isEmpty = before !== null && (unsent.get(before.id) ?? '') === '';
      if (before !== null && !isEmpty) return true;
      if (before !== null) dropDraft(editor, before.id);
      const id = newThreadId();
      const isBegun = beginDraft(editor, id);
      draft.set(isBegun ? { id, quote: threadPlaces(editor).get(id)?.words ?? '' } : null);
      return isBegun;
    },
    save,
    cancel,
    resolve(threadId, resolved, author) {
      threads.change({ name: 'comments.resolve', input: { threadId, resolved, author } });
      if (resolved && current.get() === threadId) current.set(null);
    },
    goTo(thread) {
      const key = caretToThread(editor, thread);
      if (key === null) return false;
      current.set(thread);
      editor.focus();
      reveal(editor, key, 'center');
      return true;
    },
    show(thread) {
      current.set(thread);
      if (place(thread))
        requestAnimationFrame(() => {
          place(thread);
        });
    },
    onClick(listener) {
      clicked.add(listener);
      return () => clicked.delete(listener);
    },
    dispose() {
      // Words that were written are never given up by closing a brief.
      const written = unsent.get(draft.get()?.id ?? '') ?? '';
      if (written.trim() === '') cancel();
      else save(written);
      for (const stop of stops) stop();
      threads.dispose();
    },
  };
}
