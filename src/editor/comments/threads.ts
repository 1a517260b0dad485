/** Which threads of comments a leaf of the document is in. Works only inside a read or an update. */
import { COMMENTS, readThreadIds } from '#domain/document/comments.ts';
import { $getNodeByKey, $getState, $setState, createState, type LexicalNode, type NodeKey } from 'lexical';
import { $isLeaf, $selectedLeaves, type Leaf } from '../leafMarks/leaves.ts';

/** Stored as `$.comments`: the place for states that a node's own class does not declare. */
export const threadsState = createState(COMMENTS, {
  parse: readThreadIds,
  isEqual: (a, b) => a === b || (a.length === b.length && a.every((id, index) => id === b[index])),
  // A comment is on these words and not on a copy of them.
  resetOnCopyNode: true,
});

export function $threadsOf(leaf: LexicalNode): readonly string[] {
  return $getState(leaf, threadsState);
}

export function $setThreads(leaf: Leaf, ids: readonly string[]): void {
  $setState(leaf, threadsState, () => ids);
}

/** Puts what is selected under a thread; false where no words are selected. */
export function $markSelection(id: string): boolean {
  const leaves = $selectedLeaves();
  for (const leaf of leaves) if (!$threadsOf(leaf).includes(id)) $setThreads(leaf, [...$threadsOf(leaf), id]);
  return leaves.length > 0;
}

/** Takes a thread off the leaves with these keys. */
export function $unmark(id: string, keys: Iterable<NodeKey>): void {
  for (const key of keys) {
    const leaf = $getNodeByKey(key);
    if (!$isLeaf(leaf)) continue;
    const others = $threadsOf(leaf).filter((thread) => thread !== id);
    $setThreads(leaf, others);
  }
}

/** Puts the leaves with these keys under another thread. */
export function $replaceThread(id: string, other: string, keys: Iterable<NodeKey>): void {
  for (const key of keys) {
    const leaf = $getNodeByKey(key);
    if ($isLeaf(leaf))
      $setThreads(
        leaf,
        $threadsOf(leaf).map((thread) => (thread === id ? other : thread)),
      );
  }
}
