/** Alignment of paragraphs and headings. */
import { $isHeadingNode } from '@lexical/rich-text';
import { $findCellNode, $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $alignCell } from '../table/align.ts';
import { $areaCells, $selectedArea } from '../table/grid.ts';
import { $readingDirection } from './direction.ts';

export const ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Of the block where the selection begins; null where that has none to choose. Only inside a read. */
export function $alignment(node: LexicalNode): Alignment | null {
  const block = $alignable(node);
  if (block === null) return null;
  const format = block.getFormatType() || $findCellNode(block)?.getFormatType();
  const chosen = ALIGNMENTS.find((alignment) => alignment === format);
  if (chosen !== undefined) return chosen;
  return ($readingDirection(block) === 'rtl') === (format === 'end') ? 'left' : 'right';
}

/** Aligns the selected paragraphs and headings, or cells. What the direction of a text brings about by itself is not stored. */
export function align(editor: LexicalEditor, alignment: Alignment): void {
  editor.update(() => {
    const selection = $getSelection();
    if ($isTableSelection(selection)) {
      const area = $selectedArea(selection);
      for (const cell of area === null ? [] : $areaCells(area)) $alignCell(cell, alignment);
    }
    if (!$isRangeSelection(selection)) return;
    const blocks = new Set(selection.getNodes().flatMap((node) => $alignable(node) ?? []));
    for (const block of blocks) {
      const element = editor.getElementByKey(block.getKey());
      const isRtl = element !== null && getComputedStyle(element).direction === 'rtl';
      const isUsual = alignment === (isRtl ? 'right' : 'left');
      const isInAlignedCell = ($findCellNode(block)?.getFormatType() ?? '') !== '';
      block.setFormat(isUsual && !isInAlignedCell ? '' : alignment);
    }
  });
}

function $alignable(node: LexicalNode): ElementNode | null {
  return $findMatchingParent(
    node,
    (parent): parent is ElementNode => $isParagraphNode(parent) || $isHeadingNode(parent),
  );
}
