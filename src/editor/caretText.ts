import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';

/** Plain text that the caret stands in, and the selection; null elsewhere, as in code. Only inside a read. */
export function $caretInText(): { node: TextNode; selection: RangeSelection } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) && node.isSimpleText() && !node.hasFormat('code') ? { node, selection } : null;
}

/** The nodes that a point stands right between; null where it is inside of text, or there is none. Only inside a read. */
export function $beside(point: PointType): [before: LexicalNode | null, after: LexicalNode | null] {
  const node = point.getNode();
  if ($isElementNode(node))
    return [node.getChildAtIndex(point.offset - 1), node.getChildAtIndex(point.offset)];
  return [
    point.offset === 0 ? node.getPreviousSibling() : null,
    point.offset === node.getTextContentSize() ? node.getNextSibling() : null,
  ];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many characters behind a point its word ends; 0 where no word stands on both sides of it. Only inside a read. */
export function $restOfWord(point: PointType): number {
  const node = point.getNode();
  if (!$isTextNode(node)) return 0;
  const word = segmenter.segment(node.getTextContent()).containing(point.offset);
  if (word === undefined || word.isWordLike !== true || word.index === point.offset) return 0;
  return word.index + word.segment.length - point.offset;
}
