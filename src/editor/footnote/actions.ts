/** What is done with footnotes. Only inside an update, but for what is named otherwise. */
import { $isCodeNode } from '@lexical/code';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { $createFootnoteMarkNode, type FootnoteMarkNode } from './FootnoteMarkNode.ts';
import { $createFootnoteNode, $createFootnotesNode, type FootnoteNode } from './FootnoteNode.ts';
import { newId } from './id.ts';
import { $enclosingNote, $footnotes, $markWithId, $noteWithId } from './section.ts';

/**
 * Whether a footnote may stand where the caret is: not in a note, nor in a quote, whose words are another's, nor
 * in code. Also inside a read.
 */
export function $mayInsertFootnote(): boolean {
  const selection = $getSelection();
  const place = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes().at(-1)
      : undefined;
  return place !== undefined && $mayHoldMark(place);
}

function $mayHoldMark(node: LexicalNode): boolean {
  return (
    $enclosingNote(node) === null &&
    $enclosingSnippet(node) === null &&
    $findMatchingParent(node, $isCodeNode) === null
  );
}

/** Puts a mark behind the selected words and the caret into its new note. False where there may be none. */
export function $insertFootnote(): boolean {
  if (!$mayInsertFootnote()) return false;
  const selected = $getSelection();
  const selection = $isNodeSelection(selected) ? selected.getNodes().at(-1)!.selectNext(0, 0) : selected;
  if (!$isRangeSelection(selection)) return false;
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
  const mark = $createFootnoteMarkNode(newId());
  selection.insertNodes([mark]);
  const note = $createFootnoteNode(mark.getId());
  const section = $footnotes() ?? $createFootnotesNode();
  section.append(note);
  if (!section.isAttached()) $getRoot().append(section);
  note.selectStart();
  return true;
}

/** Puts the caret at the end of a mark's note. */
export function $goToNote(mark: FootnoteMarkNode): void {
  $noteWithId(mark.getId())?.selectEnd();
}

/** Puts the caret behind the mark of a note; false where it has none. */
export function $goToMark(id: string): boolean {
  const mark = $markWithId(id);
  mark?.selectNext(0, 0);
  return mark !== null;
}

/** Deletes a note with its mark, and puts the caret where that stood. */
export function $removeNote(note: FootnoteNode): void {
  const mark = $markWithId(note.getId());
  mark?.selectPrevious();
  mark?.remove();
  note.remove();
}

/**
 * Takes a mark out of where it may not stand. From a quote or code it goes behind that; in a note its words take
 * its place, in brackets. No word is lost.
 */
export function $settleMark(mark: FootnoteMarkNode): void {
  if ($mayHoldMark(mark)) return;
  if ($enclosingNote(mark) !== null) {
    $unfold(mark);
    return;
  }
  const block = $enclosingSnippet(mark) ?? $findMatchingParent(mark, $isCodeNode);
  const next = block?.getNextSibling();
  if ($isElementNode(next) && next.getType() === 'paragraph') next.splice(0, 0, [mark]);
  else block?.insertAfter($createParagraphNode().append(mark));
}

function $unfold(mark: FootnoteMarkNode): void {
  const note = $noteWithId(mark.getId());
  const isOwn = note !== null && $enclosingNote(mark)?.is(note) === true;
  if (note !== null && !isOwn) {
    const words = note.getChildren().flatMap($inlinesOf);
    if (words.length > 0) {
      for (const word of [$createTextNode(' ['), ...words, $createTextNode(']')]) mark.insertBefore(word);
    }
    note.remove();
  }
  mark.remove();
}

/** Blocks as running text, parted by spaces. */
function $inlinesOf(block: LexicalNode, index: number): LexicalNode[] {
  if (!$isElementNode(block) || block.isInline()) return [block];
  const inner = block.getChildren().flatMap($inlinesOf);
  return index > 0 && inner.length > 0 ? [$createTextNode(' '), ...inner] : inner;
}
