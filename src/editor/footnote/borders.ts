/** Deleting at the edges: it never joins a note with other words, and never takes a note along unseen. */
import {
  $createNodeSelection,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  type RangeSelection,
} from 'lexical';
import { $beside } from '../caretText.ts';
import { $standsAt } from '../edges.ts';
import { $isFootnotesNode } from './FootnoteNode.ts';
import { $isFootnoteMarkNode } from './FootnoteMarkNode.ts';
import { $removeNote } from './actions.ts';
import { $enclosingNote, $isBlank, $lastBodyBlock, $noteWithId } from './section.ts';

/** Whether a key that deletes one character, word or line has been answered. */
export function $deleteAtNoteBorder(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const note = $enclosingNote(node);
  if (note === null) return $selectMark(selection, backward) || $standsBeforeNotes(selection, backward);
  if (!$standsAt(selection, note, backward ? 'start' : 'end')) return false;
  if (backward && $isBlank(note)) {
    $removeNote(note);
    return true;
  }
  // A heading, a list or a quote becomes a paragraph first.
  const first = note.getFirstChild();
  return !backward || $isParagraphNode(first);
}

/** A mark with words behind it is selected first: the next key deletes both. */
function $selectMark(selection: RangeSelection, backward: boolean): boolean {
  const mark = $beside(selection.anchor)[backward ? 0 : 1];
  if (!$isFootnoteMarkNode(mark)) return false;
  const note = $noteWithId(mark.getId());
  if (note === null || $isBlank(note)) return false;
  const selected = $createNodeSelection();
  selected.add(mark.getKey());
  $setSelection(selected);
  return true;
}

function $standsBeforeNotes(selection: RangeSelection, backward: boolean): boolean {
  if (backward) return false;
  const last = $lastBodyBlock();
  return $isElementNode(last) && $isFootnotesNode(last.getNextSibling()) && $standsAt(selection, last, 'end');
}
