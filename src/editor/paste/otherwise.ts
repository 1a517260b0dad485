/** Plain text that was just pasted may be read in another way: it is taken back and pasted so, as one step of undo. */
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createCommand,
  type EditorState,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  PASTE_TAG,
  type RangeSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $insertPage } from './insert.ts';
import { $insertPlain } from './plain.ts';

export interface PlainPaste {
  text: string;
  /** The document before. */
  before: EditorState;
}

/** Sent when plain text was pasted at a caret. */
export const PLAIN_PASTED_COMMAND: LexicalCommand<PlainPaste> = createCommand('PLAIN_PASTED_COMMAND');

/** Pastes `text` in place of what was pasted. False, and nothing is changed, where that is not the last step. */
export function pasteTextInstead(editor: LexicalEditor, { before }: PlainPaste, text: string): boolean {
  return replace(editor, before, (selection) => $insertPlain(text, selection));
}

/** Pastes a page, as HTML, in place of what was pasted. False as above. */
export function pastePageInstead(editor: LexicalEditor, { before }: PlainPaste, html: string): boolean {
  return replace(editor, before, (selection) => $insertPage(html, '', selection));
}

function replace(
  editor: LexicalEditor,
  before: EditorState,
  $insert: (selection: RangeSelection) => void,
): boolean {
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  if (editor.read($text) !== before.read($text)) {
    editor.dispatchCommand(REDO_COMMAND, undefined);
    return false;
  }
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $insert(selection);
    },
    { discrete: true, tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
  );
  return true;
}

function $text(): string {
  return $getRoot().getTextContent();
}
