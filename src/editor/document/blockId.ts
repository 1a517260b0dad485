/**
 * The id of a top-level block. It goes with the words: it stays while they are written, moved, cut and pasted, or
 * turned into another kind of block; what is parted from them or copied gets an id of its own.
 * `BlockIdExtension` sees to that. The functions here work only inside a read or an update.
 */
import { BLOCK_ID, newBlockId, storedBlockId } from '#domain/document/blockId.ts';
import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $getState,
  $isRootNode,
  $setState,
  createState,
  type LexicalEditor,
  type LexicalNode,
  NODE_STATE_DIRECT,
  type NodeKey,
} from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $isUnknownNode } from '../unknown/UnknownNode.ts';

/** Stored as `$.blockId`: the place for states that a node's own class does not declare. */
const blockIdState = createState(BLOCK_ID, {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The id of the top-level block that holds `node`; null where it has none (yet), and for the section of notes. */
export function $blockIdOf(node: LexicalNode): string | null {
  const block = $topBlock(node);
  return block === null ? null : $ownBlockId(block.getLatest());
}

/**
 * The id of the top-level block that holds `node`, given to it where it has none. Null where it cannot have one: for
 * the section of notes, for what a newer Dossier wrote, and for a node that is not in the document.
 */
export function $ensureBlockId(node: LexicalNode): string | null {
  const block = $topBlock(node);
  if (block === null) return null;
  return (
    $ownBlockId(block.getLatest()) ??
    ($takesBlockId(block) ? $ownBlockId($setBlockId(block, newBlockId())) : null)
  );
}

/** The top-level block with this id; null where there is none. */
export function $blockById(id: string): LexicalNode | null {
  const known = $getNodeByKey(blockKeys($getEditor()).get(id) ?? '');
  if (known !== null && $hasBlockId(known, id)) return known;
  return (
    $getRoot()
      .getChildren()
      .find((block) => $ownBlockId(block) === id) ?? null
  );
}

/** Whether this is the top-level block with this id. */
export function $hasBlockId(block: LexicalNode, id: string): boolean {
  return $isRootNode(block.getParent()) && $ownBlockId(block) === id;
}

/** What this very node is called, which may be of an earlier state; wherever it stands. */
export function $ownBlockId(node: LexicalNode): string | null {
  const id = $isUnknownNode(node)
    ? storedBlockId(node.getRaw())
    : $getState(node, blockIdState, NODE_STATE_DIRECT);
  return id === '' ? null : id;
}

export function $setBlockId<Node extends LexicalNode>(block: Node, id: string): Node {
  return $setState(block, blockIdState, id);
}

/** What a newer Dossier wrote is written back as it came; notes have ids of their own. */
export function $takesBlockId(block: LexicalNode): boolean {
  return !$isUnknownNode(block) && !$isFootnotesNode(block);
}

function $topBlock(node: LexicalNode): LexicalNode | null {
  let block: LexicalNode | null = node;
  while (block !== null && !$isRootNode(block.getParent())) block = block.getParent();
  return block;
}

const keysOfEditors = new WeakMap<LexicalEditor, Map<string, NodeKey>>();

/** Which block had which id when it was last seen; entries may be out of date. */
export function blockKeys(editor: LexicalEditor): Map<string, NodeKey> {
  let keys = keysOfEditors.get(editor);
  if (keys === undefined) keysOfEditors.set(editor, (keys = new Map()));
  return keys;
}
