/** Puts what was read from the clipboard where the caret is. Only inside an update. */
import { SECTION_TYPE } from '#domain/document/footnotes.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getEditor,
  $isDecoratorNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $onUpdate,
  type BaseSelection,
} from 'lexical';
import { $standsAt } from '../edges.ts';
import { $lastBodyBlock } from '../footnote/section.ts';
import { readPage } from './html.ts';
import { $forPlace } from './items.ts';
import { PASTED_PICTURES_COMMAND } from './pictures.ts';

/** What is in a page, as HTML; `rtf` is the same as rich text. False where there is nothing. */
export function $insertPage(html: string, rtf: string, selection: BaseSelection): boolean {
  const { blocks, pictures } = readPage(html, rtf);
  if (blocks.length > 0) $insertBlocks(blocks, selection);
  const editor = $getEditor();
  if (pictures.placed.length + pictures.leftOut > 0)
    $onUpdate(() => editor.dispatchCommand(PASTED_PICTURES_COMMAND, pictures));
  return blocks.length > 0;
}

/** `blocks` as they are stored; a section of footnotes among them is given to the marks that name them. */
function $insertBlocks(blocks: StoredNode[], selection: BaseSelection): void {
  const [only] = blocks;
  // Words of one paragraph join those at the caret.
  const stored = blocks.length === 1 && only?.type === 'paragraph' ? (only.children ?? []) : blocks;
  const last = $lastBodyBlock();
  const [first, second] = blocks.filter(({ type }) => type !== SECTION_TYPE);
  if (first !== undefined && second !== undefined && OWN_BLOCKS.has(first.type)) $beginBlock(selection);
  const nodes = $generateNodesFromSerializedNodes(stored);
  $insertGeneratedNodes($getEditor(), $forPlace(nodes, selection), selection);
  if (!$lastBodyBlock()?.is(last)) $leaveRoom();
}

/** What would lose what it is where it joined the words before it. */
const OWN_BLOCKS = new Set(['heading', 'quote']);

/** Ends the paragraph of the caret before it. */
function $beginBlock(selection: BaseSelection): void {
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $findMatchingParent(selection.anchor.getNode(), (node) =>
    $isRootOrShadowRoot(node.getParent()),
  );
  const isText = $isParagraphNode(block) || $isHeadingNode(block) || $isQuoteNode(block);
  if (isText && !block.isEmpty() && !$standsAt(selection, block, 'start')) selection.insertParagraph();
}

/** Behind a block that holds no caret there is a place to write on. */
function $leaveRoom(): void {
  const last = $lastBodyBlock();
  if ($isTableNode(last) || $isDecoratorNode(last)) last.insertAfter($createParagraphNode());
}
