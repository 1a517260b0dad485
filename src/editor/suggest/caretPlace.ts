/** Where the caret is by the words, so that it comes back when blocks were made anew. Only inside an update. */
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { $lastBodyBlock } from '../footnote/section.ts';

export interface CaretPlace {
  /** Of the child of the root. */
  block: number;
  /** Characters before it in that. */
  offset: number;
}

export function $caretPlace(): CaretPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { key, offset, type } = selection.focus;
  const node = $getNodeByKey(key);
  const top = node?.getTopLevelElement() ?? null;
  if (node === null || top === null) return null;
  let before = 0;
  for (const text of $texts(top)) {
    if (text.is(node) && type === 'text')
      return { block: top.getIndexWithinParent(), offset: before + offset };
    if (!text.isBefore(node) && !text.is(node)) break;
    before += text.getTextContentSize();
  }
  return { block: top.getIndexWithinParent(), offset: before };
}

export function $putCaret(place: CaretPlace | null): void {
  if (place === null) return;
  const root = $getRoot();
  const top = root.getChildAtIndex(Math.min(place.block, Math.max(0, root.getChildrenSize() - 1)));
  let left = place.offset;
  for (const text of top === null ? [] : $texts(top)) {
    const size = text.getTextContentSize();
    if (left <= size && $isTextNode(text)) {
      text.select(left, left);
      return;
    }
    left -= size;
  }
  const home = $isElementNode(top) ? top : $lastBodyBlock();
  if ($isElementNode(home)) home.selectEnd();
  else root.selectEnd();
}

function $texts(node: LexicalNode): LexicalNode[] {
  if ($isTextNode(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($texts) : [];
}
