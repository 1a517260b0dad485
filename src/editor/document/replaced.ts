import {
  type EditorState,
  HISTORIC_TAG,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';

/**
 * Whether an update put another state in place, as undo, redo and loading do: then any node may have changed,
 * while none is named dirty but the root.
 */
export function replacesState({ dirtyElements, dirtyLeaves, tags }: UpdateListenerPayload): boolean {
  return (
    tags.has(HISTORIC_TAG) ||
    (dirtyLeaves.size === 0 && dirtyElements.size === 1 && dirtyElements.get('root') === false)
  );
}

/**
 * The nodes that another state changed, made or took away, and all that hold them: for an update that `replacesState`.
 * It is a walk over all nodes, but one without their words.
 */
export function changedKeys({
  editorState,
  prevEditorState,
}: Pick<UpdateListenerPayload, 'editorState' | 'prevEditorState'>): Set<NodeKey> {
  const now = nodesOf(editorState);
  const before = nodesOf(prevEditorState);
  const changed = new Set<NodeKey>();
  editorState.read(() => {
    for (const [key, node] of now) {
      if (before.get(key) === node) continue;
      for (let at: LexicalNode | null = node; at !== null && !changed.has(at.getKey()); at = at.getParent())
        changed.add(at.getKey());
    }
  });
  for (const key of before.keys()) if (!now.has(key)) changed.add(key);
  return changed;
}

/** A node is never changed but replaced, by a copy under the same key. */
function nodesOf(state: EditorState) {
  // Lexical has no other way to all nodes of a state.
  // oxlint-disable-next-line no-underscore-dangle
  return state._nodeMap;
}
