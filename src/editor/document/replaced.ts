import { HISTORIC_TAG, type UpdateListenerPayload } from 'lexical';

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
