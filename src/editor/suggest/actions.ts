/** Accepting and rejecting. */
import { type Decide, settleRoot, type Verdict } from '#domain/document/suggestions/settle.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { serialiseDocument } from '../document/BlocksExtension.ts';
import { readableBlocks } from '../document/load.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $caretPlace, $putCaret } from './caretPlace.ts';
import { NO_SUGGESTION_TAG } from './mode.ts';
import {
  $createParagraphNode,
  $getRoot,
  $parseSerializedNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

/** Settles the changes with these ids, or all of them, as one step of undo. Returns whether there were any. */
export function settleChanges(
  editor: LexicalEditor,
  verdict: Exclude<Verdict, 'keep'>,
  ids: ReadonlySet<string> | 'all',
): boolean {
  const decide: Decide = ({ id }) => (ids === 'all' || ids.has(id) ? verdict : 'keep');
  const { root } = serialiseDocument(editor);
  const settled = settleRoot(root, decide);
  if (settled === root) return false;
  editor.update(() => $replaceBlocks(editor, root.children ?? [], settled.children ?? []), {
    discrete: true,
    tag: [HISTORY_PUSH_TAG, NO_SUGGESTION_TAG],
  });
  return true;
}

/** `before` are the root's children as they are stored; those that are the same objects in `now` stay. */
function $replaceBlocks(editor: LexicalEditor, before: StoredNode[], now: StoredNode[]): void {
  const root = $getRoot();
  const nodes = new Map(root.getChildren().map((node, index) => [before[index], node]));
  const caret = $caretPlace();
  const made = new Map<StoredNode, LexicalNode>();
  for (const block of now) {
    const [readable] = nodes.has(block)
      ? []
      : readableBlocks(editor, { root: { type: 'root', children: [block] } });
    if (readable !== undefined) made.set(block, $parseSerializedNode(readable));
  }
  for (const [block, node] of nodes) if (block === undefined || !now.includes(block)) node.remove();
  let behind: LexicalNode | null = null;
  for (const block of now) {
    const node: LexicalNode = made.get(block) ?? nodes.get(block)!;
    if (made.has(block)) {
      if (behind === null) root.splice(0, 0, [node]);
      else behind.insertAfter(node, false);
    }
    behind = node;
  }
  const first = root.getFirstChild();
  if (first === null) root.append($createParagraphNode());
  else if ($isFootnotesNode(first)) first.insertBefore($createParagraphNode());
  $putCaret(caret);
}
