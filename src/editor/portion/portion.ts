/** The mark of a block as a portion: its level of protection. Kept as a state of the block. */
import { PORTION } from '#domain/document/portions.ts';
import type { MarkingLevel } from '#domain/marking.ts';
import { $isCodeNode } from '@lexical/code';
import { $isListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $findMatchingParent,
  $getSelection,
  $getState,
  $isParagraphNode,
  $setState,
  createState,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isCaptionNode } from '../figure/CaptionNode.ts';
import { $isPictureNode } from '../figure/PictureNode.ts';
import { $enclosingNote } from '../footnote/section.ts';

/** Stored as `$.portion`, which an older Dossier keeps. */
export const portionState = createState(PORTION, {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

const levelsOf = new WeakMap<LexicalEditor, readonly MarkingLevel[]>();

/** The levels that portions of this brief may have, lowest first; none where it has no marking. */
export function portionLevels(editor: LexicalEditor): readonly MarkingLevel[] {
  return levelsOf.get(editor) ?? [];
}

export function setPortionLevels(editor: LexicalEditor, levels: readonly MarkingLevel[]): void {
  levelsOf.set(editor, levels);
}

/** The mark where the selection begins, empty where it has none; null where no portion is. Only inside a read. */
export function $portion(): string | null {
  const [node] = $getSelection()?.getNodes() ?? [];
  const block = node === undefined ? null : $portionBlock(node);
  return block === null ? null : $getState(block, portionState);
}

/** Marks the selected blocks; empty takes their marks away. */
export function setPortion(editor: LexicalEditor, mark: string): void {
  editor.update(() => {
    const nodes = $getSelection()?.getNodes() ?? [];
    for (const block of new Set(nodes.flatMap((node) => $portionBlock(node) ?? [])))
      $setState(block, portionState, mark);
  });
}

/** The block that a node is in or is, as far as it can be marked: notes cannot. */
export function $portionBlock(node: LexicalNode): LexicalNode | null {
  if ($enclosingNote(node) !== null) return null;
  return $findMatchingParent(node, $isPortion);
}

export function $isPortion(node: LexicalNode): boolean {
  if ($isListItemNode(node)) return node.getFirstChild()?.getType() !== 'list';
  if ($isCodeNode(node) || $isPictureNode(node)) return true;
  return $isParagraphNode(node) || $isHeadingNode(node) || $isCaptionNode(node);
}
