/** Places in the text that others can name: a block by its id, and how far into its words. Only inside a read or update. */
import { placeholderId } from '#domain/document/blockId.ts';
import {
  $createNodeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { $enclosingNote, $markWithId } from '../footnote/section.ts';
import { $blockById, $ownBlockId } from './blockId.ts';

export interface TextPlace {
  blockId: string;
  /** Of its words that stand before the place, from 0 to 1. */
  share: number;
}

/**
 * Where the caret is, in a footnote where its mark is. A block that `knows` does not know, such as an empty one, gives
 * way to the nearest before it, else behind it. Null without a caret, or where no block is known.
 */
export function $caretPlace(knows: (blockId: string) => boolean): TextPlace | null {
  const caret = $caretLeaf();
  if (caret === null) return null;
  const block = $topOf(caret.node);
  if (block === null) return null;
  const own = $knownId(block, knows);
  if (own !== null) return { blockId: own, share: $shareBefore(block, caret) };
  for (const before of block.getPreviousSiblings().toReversed()) {
    const id = $knownId(before, knows);
    if (id !== null) return { blockId: id, share: 1 };
  }
  for (const after of block.getNextSiblings()) {
    const id = $knownId(after, knows);
    if (id !== null) return { blockId: id, share: 0 };
  }
  return null;
}

/** Blocks get ids as they are loaded, before these are stored. */
function $knownId(block: LexicalNode, knows: (blockId: string) => boolean): string | null {
  const ids = [$ownBlockId(block), placeholderId(block.getIndexWithinParent())];
  return ids.find((id) => id !== null && knows(id)) ?? null;
}

/**
 * Puts the caret at a place: where `words` stand in the block nearest to it, `offset` into them, else by the share
 * alone. Gives the key of the block; null where it is gone.
 */
export function $selectPlace(
  { blockId, share }: TextPlace,
  words: { text: string; offset: number },
): NodeKey | null {
  const block =
    $blockById(blockId) ??
    $getRoot()
      .getChildren()
      .find((_child, index) => placeholderId(index) === blockId) ??
    null;
  if (block === null) return null;
  const texts = $textsIn(block);
  const all = texts.map((node) => node.getTextContent()).join('');
  const guess = Math.round(share * all.length);
  const found = words.text === '' ? -1 : nearest(all, words.text, guess);
  const at = found === -1 ? guess : found + words.offset;
  let before = 0;
  for (const node of texts) {
    const size = node.getTextContentSize();
    if (at <= before + size) {
      node.select(at - before, at - before);
      return block.getKey();
    }
    before += size;
  }
  if ($isElementNode(block)) block.selectStart();
  else {
    const selection = $createNodeSelection();
    selection.add(block.getKey());
    $setSelection(selection);
  }
  return block.getKey();
}

interface Leaf {
  node: LexicalNode;
  offset: number;
}

function $caretLeaf(): Leaf | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const [first] = selection.getNodes();
  const leaf = $isRangeSelection(selection)
    ? { node: selection.focus.getNode(), offset: selection.focus.offset }
    : first === undefined
      ? null
      : { node: first, offset: 0 };
  const note = leaf === null ? null : $enclosingNote(leaf.node);
  if (note === null) return leaf;
  const mark = $markWithId(note.getId());
  return mark === null ? null : { node: mark, offset: 0 };
}

function $topOf(node: LexicalNode): LexicalNode | null {
  if ($isRootNode(node)) return $getRoot().getFirstChild();
  let block = node;
  for (let parent = block.getParent(); parent !== null && !$isRootNode(parent); parent = block.getParent())
    block = parent;
  return block.getParent() === null ? null : block;
}

function $shareBefore(block: LexicalNode, { node, offset }: Leaf): number {
  const texts = $textsIn(block);
  const sizes = texts.map((text) => text.getTextContentSize());
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return 0;
  const isText = $isTextNode(node);
  const next = $isElementNode(node) ? (node.getChildAtIndex(offset) ?? node.getLastDescendant()) : node;
  if (next === null) return 0;
  let before = 0;
  for (const [index, text] of texts.entries()) {
    if (text.is(node)) return (before + (isText ? offset : 0)) / all;
    if (!text.isBefore(next)) break;
    before += sizes[index]!;
  }
  return before / all;
}

function $textsIn(block: LexicalNode): TextNode[] {
  return $isElementNode(block) ? block.getAllTextNodes() : [];
}

/** Where `words` stand in `text`, nearest to `guess`; -1 where they stand nowhere. */
function nearest(text: string, words: string, guess: number): number {
  let best = -1;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (best === -1 || Math.abs(at - guess) < Math.abs(best - guess)) best = at;
    else break;
  }
  return best;
}
