/** Alignment of paragraphs and headings. */
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

export const ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Of the block where the selection begins; null where that has none to choose. Only inside a read. */
export function $alignment(node: LexicalNode): Alignment | null {
  const format = $alignable(node)?.getFormatType();
  if (format === undefined) return null;
  return ALIGNMENTS.find((alignment) => alignment === format) ?? (format === 'end' ? 'right' : 'left');
}

/** Aligns the selected paragraphs and headings. What the direction of a text brings about by itself is not stored. */
export function align(editor: LexicalEditor, alignment: Alignment): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const blocks = new Set(selection.getNodes().flatMap((node) => $alignable(node) ?? []));
    for (const block of blocks) {
      const element = editor.getElementByKey(block.getKey());
      const isRtl = element !== null && getComputedStyle(element).direction === 'rtl';
      block.setFormat(alignment === (isRtl ? 'right' : 'left') ? '' : alignment);
    }
  });
}

function $alignable(node: LexicalNode): ElementNode | null {
  return $findMatchingParent(
    node,
    (parent): parent is ElementNode => $isParagraphNode(parent) || $isHeadingNode(parent),
  );
}
