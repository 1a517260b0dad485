/** Threads go with words that are cut and pasted or dragged; a copy of the words is in none. */
import {
  $getNodeByKey,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  $getSelection,
  DRAGSTART_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { $isLeaf, $leavesOf } from '../leafMarks/leaves.ts';
import { $setThreads, $threadsOf } from './threads.ts';

/**
 * `mayHold` tells whether a thread is of this brief, `placesOf` the leaves that were in it last. Returns the function
 * that stops it.
 */
export function keepWithMoved(
  editor: LexicalEditor,
  mayHold: (id: string) => boolean,
  placesOf: (id: string) => Iterable<NodeKey>,
): () => void {
  let taken: ReadonlySet<string> = new Set();
  const $take = (): false => {
    const leaves = $getSelection()?.getNodes().filter($isLeaf) ?? [];
    taken = new Set(leaves.flatMap($threadsOf));
    return false;
  };
  const $stands = (id: string): boolean => {
    for (const key of placesOf(id)) {
      const leaf = $getNodeByKey(key);
      if (leaf !== null && leaf.isAttached() && $threadsOf(leaf).includes(id)) return true;
    }
    return false;
  };
  const first = COMMAND_PRIORITY_CRITICAL;
  return mergeRegister(
    editor.registerCommand(CUT_COMMAND, $take, first),
    editor.registerCommand(DRAGSTART_COMMAND, $take, first),
    editor.registerCommand(
      COPY_COMMAND,
      () => {
        taken = new Set();
        return false;
      },
      first,
    ),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes }) => {
        const leaves = nodes.flatMap($leavesOf).filter((leaf) => $threadsOf(leaf).length > 0);
        const ids = new Set(leaves.flatMap($threadsOf));
        const kept = new Set([...ids].filter((id) => mayHold(id) && (taken.has(id) || !$stands(id))));
        for (const leaf of leaves)
          $setThreads(
            leaf,
            $threadsOf(leaf).filter((id) => kept.has(id)),
          );
        taken = new Set();
        return false;
      },
      first,
    ),
  );
}
