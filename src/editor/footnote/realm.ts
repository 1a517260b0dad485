/**
 * The text and each note are worlds of their own: no selection reaches from one into another, so that nothing can
 * be deleted or put together across.
 */
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isFootnotesNode } from './FootnoteNode.ts';
import { $enclosingNote, $footnotes, $lastBodyBlock } from './section.ts';

/** Keeps a selection in the world that it began in. */
export function $keepInRealm(selection: BaseSelection | null): void {
  if (!$isRangeSelection(selection)) return;
  const { anchor, focus } = selection;
  const wasCollapsed = selection.isCollapsed();
  const note = $realm(anchor);
  const focusNote = $realm(focus);
  if (note === 'section') {
    $setPoint(anchor, $lastBodyBlock(), 'end');
    if (wasCollapsed || focusNote !== null) focus.set(anchor.key, anchor.offset, anchor.type);
    return;
  }
  if (note === focusNote) return;
  if (note !== null) {
    const edge = selection.isBackward() ? 'start' : 'end';
    $setPoint(focus, edge === 'start' ? note.getFirstChild() : note.getLastChild(), edge);
  } else $setPoint(focus, $lastBodyBlock(), 'end');
}

/** Puts the caret at the beginning or the end of the world that it is in. */
export function $selectEdge(edge: 'start' | 'end'): RangeSelection {
  const selection = $getSelection();
  const note = $isRangeSelection(selection) ? $enclosingNote(selection.focus.getNode()) : null;
  if (note !== null) return edge === 'start' ? note.selectStart() : note.selectEnd();
  return edge === 'start' ? $getRoot().selectStart() : $selectBodyEnd();
}

/** Puts the caret at the end of the document's own text. */
export function $selectBodyEnd(): RangeSelection {
  const last = $lastBodyBlock();
  if ($isElementNode(last)) return last.selectEnd();
  const paragraph = $createParagraphNode();
  if (last === null) $getRoot().splice(0, 0, [paragraph]);
  else last.insertAfter(paragraph);
  return paragraph.select();
}

/** The note of a point, null for the text, `section` for what is between notes. */
function $realm(point: PointType): ElementNode | 'section' | null {
  const node = point.getNode();
  const note = $enclosingNote(node);
  if (note !== null) return note;
  if ($isFootnotesNode(node)) return 'section';
  if (!node.is($getRoot())) return null;
  const section = $footnotes();
  const isBehind = section !== null && point.offset > section.getIndexWithinParent();
  return isBehind ? 'section' : null;
}

function $setPoint(point: PointType, block: LexicalNode | null, edge: 'start' | 'end'): void {
  let node = block;
  while ($isElementNode(node) && !node.isEmpty()) {
    const child = edge === 'start' ? node.getFirstChild() : node.getLastChild();
    if (child === null) break;
    node = child;
  }
  if (node === null) point.set('root', 0, 'element');
  else if ($isTextNode(node))
    point.set(node.getKey(), edge === 'start' ? 0 : node.getTextContentSize(), 'text');
  else if ($isElementNode(node)) point.set(node.getKey(), 0, 'element');
  else
    point.set(
      node.getParentOrThrow().getKey(),
      node.getIndexWithinParent() + (edge === 'start' ? 0 : 1),
      'element',
    );
}
