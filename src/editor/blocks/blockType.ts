/** What kind of block the caret is in, and turning it into another. */
import { $createCodeNode, $isCodeNode } from '@lexical/code';
import {
  $isListItemNode,
  $isListNode,
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';

export const BLOCK_TYPES = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'bullet',
  'number',
  'check',
  'quote',
  'code',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** `snippet` for a quote with a source, whose blocks keep their type. */
export function $blockType(node: LexicalNode): BlockType | 'snippet' {
  if ($enclosingSnippet(node) !== null) return 'snippet';
  const item = $findMatchingParent(node, $isListItemNode);
  if (item !== null) {
    const list = item.getParent();
    return $isListNode(list) ? list.getListType() : 'bullet';
  }
  const block = $findMatchingParent(node, (parent): parent is ElementNode => {
    return $isElementNode(parent) && !parent.isInline();
  });
  if ($isHeadingNode(block)) return `heading${Number(block.getTag().slice(1)) as 1}`;
  if ($isQuoteNode(block)) return 'quote';
  if ($isCodeNode(block)) return 'code';
  return 'paragraph';
}

/** Turns the selected blocks into `type`; back into paragraphs where they are that already. */
export function setBlockType(editor: LexicalEditor, type: BlockType): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const current = $blockType(selection.anchor.getNode());
    if (current === 'snippet') return;
    const target = current === type ? 'paragraph' : type;
    if (target === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
    else if (target === 'number') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
    else if (target === 'check') editor.dispatchCommand(INSERT_CHECK_LIST_COMMAND, undefined);
    else $setBlocksType(selection, () => $createBlock(target));
  });
}

function $createBlock(type: Exclude<BlockType, 'bullet' | 'number' | 'check'>): ElementNode {
  if (type === 'paragraph') return $createParagraphNode();
  if (type === 'quote') return $createQuoteNode();
  if (type === 'code') return $createCodeNode();
  return $createHeadingNode(`h${Number(type.slice(-1)) as 1}`);
}
