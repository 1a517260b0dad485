/** Puts blocks of an earlier version into the document, each time as one step of undo; all throw where they cannot. */
import { NOTE_TYPE, SECTION_TYPE } from '#domain/document/footnotes.ts';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import {
  $createParagraphNode,
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  type EditorUpdateOptions,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $carryThreadsOver } from '../comments/carryOver.ts';
import { $createFootnotesNode, $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $collectMarks, $footnotes, $noteWithId } from '../footnote/section.ts';
import { NO_SUGGESTION_TAG } from '../suggest/mode.ts';
import { readableBlocks } from './load.ts';

const RESTORE: EditorUpdateOptions = {
  discrete: true,
  tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, NO_SUGGESTION_TAG],
};

/** The whole text as it was. Throws where it cannot be read whole; then nothing is changed. */
export function restoreDocument(editor: LexicalEditor, document: StoredDocument): void {
  const blocks = readableBlocks(editor, document);
  change(editor, () => {
    const root = $getRoot();
    const restored = blocks.map((block) => $parseSerializedNode(block));
    $carryThreadsOver(editor, () => {
      root.clear();
      root.append(...restored);
    });
    $leaveText();
    root.selectStart();
  });
}

/**
 * One block as it was: in the place of the block at `at`, or behind the one at `behind`, where -1 is the beginning;
 * places count the children of the root. The notes that it needs and that are gone come with it.
 */
export function restoreBlock(
  editor: LexicalEditor,
  { root }: StoredDocument,
  index: number,
  place: { at: number } | { behind: number },
): void {
  const block = readableBlocks(editor, { root })[index];
  const notes = new Map(storedNotes(root).map((note) => [note['id'], note]));
  if (block === undefined) throw new Error('This version has no such block.');
  change(editor, () => {
    const restored = $parseSerializedNode(block);
    const text = $getRoot();
    const children = text.getChildren();
    if ('at' in place) {
      const old = children[place.at];
      if (old === undefined || $isFootnotesNode(old))
        throw new Error('The text has no such block any longer.');
      $carryThreadsOver(editor, () => void old.replace(restored));
    } else if (place.behind < 0) text.splice(0, 0, [restored]);
    else children[Math.min(place.behind, children.length - 1)]!.insertAfter(restored);
    $bringNotes(editor, restored, notes);
  });
}

/** Takes the block at this place out of the text. */
export function removeBlock(editor: LexicalEditor, index: number): void {
  change(editor, () => {
    $getRoot().getChildAtIndex(index)?.remove();
    $leaveText();
  });
}

/** The words of one note as they were. */
export function restoreNote(editor: LexicalEditor, { root }: StoredDocument, id: string): void {
  const stored = storedNotes(root).find((note) => note.type === NOTE_TYPE && note['id'] === id);
  if (stored === undefined) throw new Error('This version has no such note.');
  change(editor, () => {
    const note = $noteWithId(id);
    if (note === null) throw new Error('The text has no such note any longer.');
    note.clear();
    for (const block of readableBlocks(editor, { root: stored })) note.append($parseSerializedNode(block));
  });
}

/** At once. Throws what `$change` throws; then the text is as it was. */
function change(editor: LexicalEditor, $change: () => void): void {
  const failures: unknown[] = [];
  editor.update(() => {
    try {
      $change();
    } catch (error) {
      failures.push(error);
      throw error;
    }
  }, RESTORE);
  if (failures.length > 0) throw failures[0];
}

function storedNotes(root: StoredNode): StoredNode[] {
  return (root.children ?? [])
    .filter(({ type }) => type === SECTION_TYPE)
    .flatMap((section) => section.children ?? []);
}

/** A document is never without a block for the caret. */
function $leaveText(): void {
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
}

function $bringNotes(
  editor: LexicalEditor,
  block: LexicalNode,
  notes: ReadonlyMap<unknown, StoredNode>,
): void {
  if (!$isElementNode(block)) return;
  const marks: Parameters<typeof $collectMarks>[1] = [];
  $collectMarks(block, marks);
  for (const mark of marks) {
    const stored = notes.get(mark.getId());
    if (stored === undefined || $noteWithId(mark.getId()) !== null) continue;
    const section = $footnotes() ?? $createFootnotesNode();
    const [note] = readableBlocks(editor, {
      root: { type: SECTION_TYPE, children: [stored] },
    });
    section.append($parseSerializedNode(note!));
    if (!section.isAttached()) $getRoot().append(section);
  }
}
