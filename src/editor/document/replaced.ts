import {
  $isElementNode,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';

/**
 * Whether an update put another state in place, as undo, redo and loading do: then any node may have changed,
 * while none is named dirty but the root.
 */
export function replacesState(update: UpdateListenerPayload): boolean {
  const { dirtyElements, dirtyLeaves, tags } = update;
  return (
    tags.has(HISTORIC_TAG) ||
    (dirtyLeaves.size === 0 && dirtyElements.size === 1 && dirtyElements.get('root') === false) ||
    isDrawnAnew(update)
  );
}

/** The update of each editor that was asked about last, and what stood there before it. */
const latest = new WeakMap<LexicalEditor, { update: UpdateListenerPayload; before: EditorState | null }>();

/**
 * Whether an update changed anything of the document, and not the selection alone. To be asked about every update of an
 * editor: one that is drawn in another element is drawn anew as well, and changes nothing.
 */
export function changesDocument(update: UpdateListenerPayload, editor: LexicalEditor): boolean {
  let asked = latest.get(editor);
  if (asked?.update !== update) {
    asked = { update, before: asked?.update.editorState ?? null };
    latest.set(editor, asked);
  }
  const { dirtyElements, dirtyLeaves, editorState } = update;
  const isOther = asked.before !== null && asked.before !== editorState;
  return dirtyElements.size > 0 || dirtyLeaves.size > 0 || (isOther && isDrawnAnew(update));
}

/** Where an update cannot be drawn, Lexical draws the whole document anew, and names nothing of it but the root. */
function isDrawnAnew(update: UpdateListenerPayload): boolean {
  const { dirtyElements, dirtyLeaves, mutatedNodes, editorState, prevEditorState } = update;
  if (mutatedNodes === null || editorState === prevEditorState || dirtyLeaves.size > 0) return false;
  return dirtyElements.size === 0 || (dirtyElements.size === 1 && dirtyElements.has('root'));
}

/**
 * Whether an update changed an element itself, as taking in, giving away and moving a child does, and not the words in
 * it alone. Cheap: asked at every key.
 */
export function changesElements(update: UpdateListenerPayload): boolean {
  if (replacesState(update)) return differenceOf(update).hasElements;
  const now = nodesOf(update.editorState);
  const before = nodesOf(update.prevEditorState);
  for (const [key, isOwn] of update.dirtyElements)
    // The root is copied at every key; a block that comes, goes or moves changes itself or those beside it.
    if (isOwn && key !== 'root' && now.get(key) !== before.get(key)) return true;
  return false;
}

/** The nodes that an update may have changed, made or taken away, and all that hold them. */
export function touchedKeys(update: UpdateListenerPayload): Iterable<NodeKey> {
  if (replacesState(update)) return differenceOf(update).keys;
  return [...update.dirtyElements.keys(), ...update.dirtyLeaves];
}

interface Difference {
  keys: ReadonlySet<NodeKey>;
  /** Whether an element is among those that changed themselves. */
  hasElements: boolean;
}

const differences = new WeakMap<UpdateListenerPayload, Difference>();

/** Between two states, by a walk over all nodes without their words; once for all that ask. */
function differenceOf(update: UpdateListenerPayload): Difference {
  const known = differences.get(update);
  if (known !== undefined) return known;
  const now = nodesOf(update.editorState);
  const before = nodesOf(update.prevEditorState);
  const keys = new Set<NodeKey>();
  let hasElements = false;
  update.editorState.read(() => {
    for (const [key, node] of now) {
      if (before.get(key) === node) continue;
      hasElements ||= $isElementNode(node) && key !== 'root';
      for (let at: LexicalNode | null = node; at !== null && !keys.has(at.getKey()); at = at.getParent())
        keys.add(at.getKey());
    }
  });
  for (const key of before.keys()) if (!now.has(key)) keys.add(key);
  const difference = { keys, hasElements };
  differences.set(update, difference);
  return difference;
}

/** A node is never changed but replaced, by a copy under the same key. */
function nodesOf(state: EditorState) {
  // Lexical has no other way to all nodes of a state.
  // oxlint-disable-next-line no-underscore-dangle
  return state._nodeMap;
}
