/**
 * Gives top-level blocks their ids, in the update that makes them: no step of undo of its own, and nothing on a key,
 * as a key changes no block but the words in it.
 */
import { newBlockId } from '#domain/document/blockId.ts';
import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isRootNode,
  DecoratorNode,
  defineExtension,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  RootNode,
} from 'lexical';
import { $hasBlockId, $ownBlockId, $setBlockId, $takesBlockId, blockKeys } from './blockId.ts';
import { replacesState } from './replaced.ts';

export const BlockIdExtension = defineExtension({
  name: 'dossier/blockId',
  register(editor) {
    const touched = new Set<NodeKey>();
    let stale = true;
    const touch = (node: LexicalNode): void => {
      if ($isRootNode(node.getParent())) touched.add(node.getKey());
    };
    return mergeRegister(
      ...blockClasses(editor).map((klass) => editor.registerNodeTransform(klass, touch)),
      // The root's transforms come last: what was to be removed or moved has been by then.
      editor.registerNodeTransform(RootNode, () => {
        if (touched.size === 0) return;
        if (stale) readKeys(editor);
        stale = false;
        const keys = [...touched];
        touched.clear();
        for (const key of keys) $settle(key);
      }),
      editor.registerUpdateListener((update) => {
        touched.clear();
        if (replacesState(update)) stale = true;
      }),
    );
  },
});

/** Every kind of node that may be a block. */
function blockClasses(editor: LexicalEditor) {
  // Lexical has no other list of them.
  // oxlint-disable-next-line no-underscore-dangle
  return [...editor._nodes.values()]
    .map(({ klass }) => klass)
    .filter(
      ({ prototype }) =>
        !(prototype instanceof RootNode) &&
        (prototype instanceof ElementNode || prototype instanceof DecoratorNode),
    );
}

/** The ids of the document as it is on the page, before the update under way. */
function readKeys(editor: LexicalEditor): void {
  const keys = blockKeys(editor);
  keys.clear();
  editor.getEditorState().read(() => {
    for (const block of $getRoot().getChildren()) {
      const id = $ownBlockId(block);
      if (id !== null) keys.set(id, block.getKey());
    }
  });
}

function $settle(key: NodeKey): void {
  const block = $getNodeByKey(key);
  if (block === null || !$isRootNode(block.getParent()) || !$takesBlockId(block)) return;
  const keys = blockKeys($getEditor());
  const former = $formerBlock(block);
  if (former !== null && !$isTaken(former.id, [key, former.key])) {
    const left = $getNodeByKey(former.key);
    if (left !== null && $hasBlockId(left, former.id)) $giveNewId(left);
    if ($ownBlockId(block) !== former.id) $setBlockId(block, former.id);
    keys.set(former.id, key);
    return;
  }
  const own = $ownBlockId(block);
  if (own === null || $isTaken(own, [key])) $giveNewId(block);
  else keys.set(own, key);
}

/** Whether another block than these has the id. */
function $isTaken(id: string, except: readonly NodeKey[]): boolean {
  const key = blockKeys($getEditor()).get(id);
  if (key === undefined || except.includes(key)) return false;
  const owner = $getNodeByKey(key);
  return owner !== null && $hasBlockId(owner, id);
}

function $giveNewId(block: LexicalNode): void {
  const id = newBlockId();
  $setBlockId(block, id);
  blockKeys($getEditor()).set(id, block.getKey());
}

/**
 * The block before this update whose words went over to `block`, which had none of its own: as where a paragraph
 * becomes a heading, or Enter is pressed before its first word.
 */
function $formerBlock(block: LexicalNode): { key: NodeKey; id: string } | null {
  const leaf = $isElementNode(block) ? block.getFirstDescendant() : null;
  const own = $ownBlockId(block);
  const before = block.getPreviousSibling()?.getKey();
  const after = block.getNextSibling()?.getKey();
  const former = $getEditor()
    .getEditorState()
    .read(() => {
      const was = $getNodeByKey(block.getKey());
      if (was !== null && !$isBlank(was)) return null;
      const found =
        (leaf === null ? null : $topBlockOf(leaf.getKey())) ??
        (was === null && own === null ? $between(before, after) : null);
      const id = found === null ? null : $ownBlockId(found);
      return id === null ? null : { key: found!.getKey(), id };
    });
  if (former === null || former.key === block.getKey()) return null;
  const now = $getNodeByKey(former.key);
  return now === null || !$isRootNode(now.getParent()) || $isBlank(now) ? former : null;
}

function $isBlank(block: LexicalNode): boolean {
  return $isElementNode(block) && block.isEmpty();
}

function $topBlockOf(key: NodeKey): LexicalNode | null {
  let node = $getNodeByKey(key);
  while (node !== null && !$isRootNode(node.getParent())) node = node.getParent();
  return node;
}

/** The block that stands alone between two; undefined for the ends of the document. */
function $between(before: NodeKey | undefined, after: NodeKey | undefined): LexicalNode | null {
  const block = before === undefined ? $getRoot().getFirstChild() : $getNodeByKey(before)?.getNextSibling();
  return block !== null && block !== undefined && block.getNextSibling()?.getKey() === after ? block : null;
}
