/** Comments in the text: which words they are on, how that looks, and how it stays with the words. */
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { defineExtension, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import { type FollowedLeaves, followLeaves } from '../leafMarks/followLeaves.ts';
import { keepEdges } from './edges.ts';
import { drawThreads } from './look.ts';
import { keepWithMoved } from './moved.ts';
import { threadsState } from './threads.ts';

/** What the text shows of a thread. */
export interface ThreadLook {
  /** Its words are not marked, but while it is the current one. */
  resolved: boolean;
  /** Read out with its words. */
  description: string;
}

interface Comments {
  threads: ReadonlyMap<string, ThreadLook>;
  current: string | null;
  leaves: FollowedLeaves<readonly string[]>;
  listeners: Set<() => void>;
}

const NONE: FollowedLeaves<readonly string[]> = {
  values: new Map<NodeKey, readonly string[]>(),
  redraw: () => {},
  stop: () => {},
};

export const CommentsExtension = defineExtension({
  name: 'dossier/comments',
  build: (): Comments => ({ threads: new Map(), current: null, leaves: NONE, listeners: new Set() }),
  register(editor, _config, state) {
    const comments = state.getOutput();
    comments.leaves = followLeaves(editor, threadsState, {
      draw: (element, ids) => drawThreads(element, ids, comments.threads, comments.current),
      onChange() {
        for (const listener of comments.listeners) listener();
      },
    });
    return mergeRegister(
      comments.leaves.stop,
      keepEdges(editor),
      keepWithMoved(
        editor,
        (id) => comments.threads.has(id),
        (id) => keysOfThread(editor, id),
      ),
    );
  },
});

/** Tells the text which threads the brief has; ids of others are kept in the document, and not shown. */
export function setThreadLooks(editor: LexicalEditor, threads: ReadonlyMap<string, ThreadLook>): void {
  const comments = commentsOf(editor);
  comments.threads = threads;
  comments.leaves.redraw();
}

/** Makes one thread stand out in the text. */
export function setCurrentThread(editor: LexicalEditor, id: string | null): void {
  const comments = commentsOf(editor);
  if (comments.current === id) return;
  comments.current = id;
  comments.leaves.redraw();
}

/** The threads of a leaf that the brief has and that are open. */
export function openThreadsOf(editor: LexicalEditor, key: NodeKey): readonly string[] {
  const { leaves, threads } = commentsOf(editor);
  return leaves.values.get(key)?.filter((id) => threads.get(id)?.resolved === false) ?? [];
}

/** Calls `listener` whenever words came into a thread, left it, or were written anew in it. */
export function onCommentedLeaves(editor: LexicalEditor, listener: () => void): () => void {
  const { listeners } = commentsOf(editor);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The leaves that are in threads of this brief or of another, in no order. */
export function commentedLeaves(editor: LexicalEditor): ReadonlyMap<NodeKey, readonly string[]> {
  return commentsOf(editor).leaves.values;
}

/** The leaves of a thread, in no order. */
export function keysOfThread(editor: LexicalEditor, id: string): NodeKey[] {
  return [...commentedLeaves(editor)].filter(([, ids]) => ids.includes(id)).map(([key]) => key);
}

function commentsOf(editor: LexicalEditor): Comments {
  return getExtensionDependencyFromEditor(editor, CommentsExtension).output;
}
