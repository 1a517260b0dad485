/** Suggesting: what is written is marked as put in or taken out until somebody accepts or rejects it. */
import { domOverride, DOMRenderExtension } from '@lexical/html';
import {
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  configExtension,
  defineExtension,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  RootNode,
  TextNode,
} from 'lexical';
import { replacesState } from '../document/replaced.ts';
import { $decorate } from './decorate.ts';
import { DeletedBlocksNode } from './DeletedBlocksNode.ts';
import { DeletionNode } from './DeletionNode.ts';
import { $keepApart } from './keepApart.ts';
import { $keepSelection } from './keepSelection.ts';
import { NO_SUGGESTION_TAG, suggestingAuthor } from './mode.ts';
import type { Pass } from './pass.ts';
import { $insertedMark } from './state.ts';
import { stepOverDeletions } from './stepOver.ts';
import { $track } from './track.ts';

export const SuggestExtension = defineExtension({
  name: 'dossier/suggest',
  nodes: () => [DeletionNode, DeletedBlocksNode],
  dependencies: [
    configExtension(DOMRenderExtension, { overrides: [domOverride('*', { $decorateDOM: $decorate })] }),
  ],
  register: (editor) => mergeRegister(followChanges(editor), stepOverDeletions(editor)),
});

function followChanges(editor: LexicalEditor): () => void {
  const touched = new Set<NodeKey>();
  /** The state before an input method began to compose: its text is left alone until it is done. */
  let composedFrom: EditorState | null = null;
  let isDone = false;
  const isSettled = (): boolean => $hasUpdateTag(NO_SUGGESTION_TAG) || $hasUpdateTag(HISTORIC_TAG);
  const isTracked = (): boolean => suggestingAuthor(editor) !== null && !isDone && !isSettled();
  const touch = (node: LexicalNode): void => {
    if (!isTracked()) return;
    for (let at: LexicalNode | null = node; at !== null && !touched.has(at.getKey()); at = at.getParent())
      touched.add(at.getKey());
  };
  return mergeRegister(
    ...nodeClasses(editor).map((klass) => editor.registerNodeTransform(klass, touch)),
    editor.registerNodeTransform(TextNode, (node) => {
      if ($insertedMark(node) === null || suggestingAuthor(editor) !== null) return;
      if (!isDone && !isSettled()) $keepApart(node, composedFrom ?? editor.getEditorState());
    }),
    // The root's transforms come last, and this after those of all other features.
    editor.registerNodeTransform(RootNode, () => {
      if (editor.isComposing()) {
        composedFrom ??= editor.getEditorState();
        // Nodes that are composed get no transforms.
        const selection = $getSelection();
        if ($isRangeSelection(selection)) touch(selection.anchor.getNode());
        return;
      }
      if (comesAgain(editor)) return;
      const base = composedFrom ?? editor.getEditorState();
      composedFrom = null;
      const author = suggestingAuthor(editor);
      if (author === null || !isTracked()) return;
      isDone = true;
      const come = { newNotes: new Map(), told: new Set<NodeKey>() };
      const pass = { editor, base, author, now: Date.now(), touched, caret: $caret(), ...come };
      $keepSelection(() => $track(pass));
      // The next update is compared with what this one leaves.
      editor.update(() => undefined, { discrete: true });
    }),
    editor.registerUpdateListener((update) => {
      isDone = false;
      if (replacesState(update)) composedFrom = null;
      if (editor.isComposing()) return;
      if (composedFrom === null) return touched.clear();
      const keys = [...touched];
      editor.update(() => keys.forEach((key) => $getNodeByKey(key)?.markDirty()), { tag: HISTORY_MERGE_TAG });
    }),
  );
}

/**
 * Whether transforms changed something that other transforms have not seen, such as lists beside each other that are
 * still to be joined: then the root's are called once more.
 */
function comesAgain(editor: LexicalEditor): boolean {
  // Lexical collects there what the transforms since the last call made dirty, and tells nobody.
  // oxlint-disable-next-line no-underscore-dangle
  return editor._dirtyElements.has('root');
}

function $caret(): Pass['caret'] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { key, offset, type } = selection.anchor;
  return { key, offset, type };
}

/** Every kind of node but the root. */
function nodeClasses(editor: LexicalEditor) {
  // Lexical has no other list of them.
  // oxlint-disable-next-line no-underscore-dangle
  return [...editor._nodes.values()]
    .map(({ klass }) => klass)
    .filter(({ prototype }) => !(prototype instanceof RootNode));
}
