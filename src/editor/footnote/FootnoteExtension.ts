/** An author's own footnotes: their nodes, what keeps marks and notes together, and the keys between the two. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isRootNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
  registerEventListener,
  RootNode,
  SELECT_ALL_COMMAND,
  SELECTION_CHANGE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { changesElements, replacesState } from '../document/replaced.ts';
import { typesText } from '../keys.ts';
import { scrollCaretSoon } from '../jump.ts';
import { $goToMark, $goToNote, $settleMark } from './actions.ts';
import { $deleteAtNoteBorder } from './borders.ts';
import { $takePastedNotes, FootnoteClipboardExtension } from './clipboard.ts';
import { $isFootnoteMarkNode, FootnoteMarkNode } from './FootnoteMarkNode.ts';
import { $isFootnotesNode, FootnoteNode, FootnotesNode } from './FootnoteNode.ts';
import { $mendFootnotes, $needsMending, type KnownMarks } from './mend.ts';
import { $keepInRealm } from './realm.ts';
import { $enclosingNote, $footnotes } from './section.ts';
import { drawnMarks, idsOfNotes, markAt, numberAt } from './view.ts';

export const FootnoteExtension = defineExtension({
  name: 'dossier/footnote',
  nodes: () => [FootnoteMarkNode, FootnoteNode, FootnotesNode],
  dependencies: [
    configExtension(NodeSelectionDataSelectedExtension, { nodes: [FootnoteMarkNode] }),
    FootnoteClipboardExtension,
  ],
  register: (editor) =>
    mergeRegister(
      keepTogether(editor),
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          $keepInRealm($getSelection());
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(SELECT_ALL_COMMAND, $selectNote, COMMAND_PRIORITY_LOW),
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $deleteAtNoteBorder, COMMAND_PRIORITY_HIGH),
      ),
      editor.registerCommand(
        SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
        ({ nodes }) => {
          $takePastedNotes(nodes);
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // Chromium answers a press on the number by moving the caret to the document's start.
      editor.registerRootListener((root) => {
        if (root === null) return undefined;
        return registerEventListener(root, 'mousedown', (event) => {
          if (numberAt(event.target) !== null) event.preventDefault();
        });
      }),
      editor.registerCommand(CLICK_COMMAND, $followClick, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          const selection = $getSelection();
          const note = $isRangeSelection(selection) ? $enclosingNote(selection.anchor.getNode()) : null;
          if (note === null || !$goToMark(note.getId())) return false;
          event.preventDefault();
          scrollCaretSoon();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(KEY_DOWN_COMMAND, $actOnSelectedMark, COMMAND_PRIORITY_HIGH),
    ),
});

/** What changes marks or notes is mended in the same update; blocks that were moved, right after it. */
function keepTogether(editor: LexicalEditor): () => void {
  let known: KnownMarks = new Map();
  let changed = false;
  const remember = (): void => {
    known = new Map(drawnMarks(editor).map(({ key, id }) => [key, id]));
  };
  const note = (): void => void (changed = true);
  return mergeRegister(
    editor.registerNodeTransform(FootnoteMarkNode, (mark) => {
      changed = true;
      $settleMark(mark);
    }),
    editor.registerNodeTransform(FootnoteNode, (footnote) => {
      note();
      if (footnote.isEmpty()) footnote.append($createParagraphNode());
      if (!$isFootnotesNode(footnote.getParent())) $footnotes()?.append(footnote);
    }),
    editor.registerNodeTransform(FootnotesNode, (section) => {
      note();
      if (!$isRootNode(section.getParent())) $getRoot().append(section);
    }),
    editor.registerNodeTransform(RootNode, () => {
      if (!changed && !$needsMending(known)) return;
      changed = false;
      $mendFootnotes(known);
    }),
    editor.registerMutationListener(FootnoteMarkNode, remember),
    editor.registerUpdateListener((update) => {
      if (replacesState(update)) return remember();
      if (known.size < 2 || !changesElements(update)) return;
      const ids = drawnMarks(editor).map(({ id }) => id);
      if (ids.join() === idsOfNotes(editor).slice(0, ids.length).join()) return;
      editor.update(() => $mendFootnotes(known), { tag: HISTORY_MERGE_TAG });
    }),
  );
}

/** Everything in the note where the caret is. */
function $selectNote(): boolean {
  const selection = $getSelection();
  const note = $isRangeSelection(selection) ? $enclosingNote(selection.anchor.getNode()) : null;
  if (note === null) return false;
  const range = note.selectStart();
  const { key, offset, type } = range.anchor;
  note.selectEnd().anchor.set(key, offset, type);
  return true;
}

function $followClick(event: MouseEvent): boolean {
  const mark = markAt(event.target);
  const id = numberAt(event.target);
  if (mark !== null) {
    const node = $getNodeByKey(mark.key);
    if (!$isFootnoteMarkNode(node)) return false;
    $goToNote(node);
  } else if (id === null || !$goToMark(id)) return false;
  event.preventDefault();
  scrollCaretSoon();
  return true;
}

function $actOnSelectedMark(event: KeyboardEvent): boolean {
  const mark = $selectedMark();
  if (mark === null) return false;
  if (event.key === 'Enter') {
    event.preventDefault();
    $goToNote(mark);
    scrollCaretSoon();
    return true;
  }
  // Words typed while a mark is selected go behind it; without a caret they would be lost.
  if (typesText(event) || ['Escape', 'End', 'Home'].includes(event.key)) mark.selectNext(0, 0);
  return false;
}

/** The mark that is selected on its own. */
function $selectedMark(): FootnoteMarkNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isFootnoteMarkNode(node) ? node : null;
}
