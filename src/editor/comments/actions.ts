/**
 * Putting a comment on words. While it is being written its words are under the id of a draft, so that they are followed
 * whatever happens to the text; that is no step of undo, but keeping it is one.
 */
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  type RangeSelection,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $beside } from '../caretText.ts';
import { $isLeaf, type Leaf } from '../leafMarks/leaves.ts';
import { keysOfThread, openThreadsOf } from './CommentsExtension.ts';
import { $markSelection, $replaceThread, $setThreads, $threadsOf, $unmark } from './threads.ts';
import { threadPlaces } from './places.ts';

/**
 * Puts what is selected, or the word or citation at the caret, under a draft. False where there is nothing to comment
 * on; then nothing is changed.
 */
export function beginDraft(editor: LexicalEditor, draft: string): boolean {
  let isMarked = false;
  editor.update(
    () => {
      const selection = $getSelection();
      const before = selection?.clone() ?? null;
      if ($isRangeSelection(selection) && selection.isCollapsed()) {
        const beside = $selectWord(selection) ? null : $leafBeside(selection);
        if (beside !== null) $setThreads(beside, [...$threadsOf(beside), draft]);
        isMarked = beside !== null;
      }
      isMarked = $markSelection(draft) || isMarked;
      if (!isMarked && before !== null) $setSelection(before);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
  );
  return isMarked;
}

/** Puts the words of a draft under a thread; false where they are gone. */
export function keepDraft(editor: LexicalEditor, draft: string, thread: string): boolean {
  const keys = keysOfThread(editor, draft);
  if (keys.length > 0)
    editor.update(() => $replaceThread(draft, thread, keys), {
      discrete: true,
      tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG],
    });
  return keys.length > 0;
}

/** Leaves the words as they were before the draft. */
export function dropDraft(editor: LexicalEditor, draft: string): void {
  const keys = keysOfThread(editor, draft);
  if (keys.length === 0) return;
  editor.update(() => $unmark(draft, keys), {
    discrete: true,
    tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
  });
}

/** The open threads that the caret or the selection begins in, those begun last at the end. */
export function threadsAtCaret(editor: LexicalEditor): readonly string[] {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if ($isNodeSelection(selection))
      return selection.getNodes().flatMap((node) => openThreadsOf(editor, node.getKey()));
    if (!$isRangeSelection(selection)) return [];
    const { anchor } = selection;
    const own = anchor.type === 'text' ? openThreadsOf(editor, anchor.key) : [];
    if (own.length > 0) return own;
    return $beside(anchor).flatMap((node) => (node === null ? [] : openThreadsOf(editor, node.getKey())));
  });
}

/** Puts the caret at the beginning of a thread; null where it has no words, else the key to bring into view. */
export function caretToThread(editor: LexicalEditor, thread: string): NodeKey | null {
  const first = threadPlaces(editor).get(thread)?.elements[0];
  let key: NodeKey | null = null;
  if (first !== undefined)
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(first);
        if (!$isLeaf(node)) return;
        key = node.getKey();
        if ($isTextNode(node)) node.select(0, 0);
        else node.selectStart();
      },
      { discrete: true },
    );
  return key;
}

/** Selects the word around the caret, or the one that it stands at the end of. */
function $selectWord(selection: RangeSelection): boolean {
  const { anchor, focus } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return false;
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(node.getTextContent())];
  const word = segments.findLast(
    ({ isWordLike, index, segment }) =>
      isWordLike === true && index <= anchor.offset && index + segment.length >= anchor.offset,
  );
  if (word === undefined) return false;
  anchor.set(node.getKey(), word.index, 'text');
  focus.set(node.getKey(), word.index + word.segment.length, 'text');
  return true;
}

function $leafBeside(selection: RangeSelection): Leaf | null {
  return (
    $beside(selection.anchor).find((node): node is Leaf => $isLeaf(node) && !$isElementNode(node)) ?? null
  );
}
