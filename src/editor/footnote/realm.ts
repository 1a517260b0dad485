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
  type BaseSelection,
  type ElementNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $setPoint } from '../edges.ts';
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
