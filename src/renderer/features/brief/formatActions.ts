/** Everything the toolbar, the slash menu and the commands can do to the text, each named once. */
import { $clearFormats, type TextFormat } from '#editor/format.ts';
import { type BlockType, setBlockType } from '#editor/blocks/blockType.ts';
import { $insertFootnote, $mayInsertFootnote } from '#editor/footnote/actions.ts';
import { $insertTable } from '#editor/table/insert.ts';
import { scrollCaretSoon } from '#editor/jump.ts';
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import {
  StickyNote,
  Bold,
  BookMarked,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Heading5,
  Heading6,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  SquareCode,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TextQuote,
  Underline,
} from 'lucide-react';

export const TEXT_ACTIONS: Record<TextFormat, { title: string; icon: LucideIcon; shortcut: string }> = {
  bold: { title: 'Bold', icon: Bold, shortcut: 'Mod+B' },
  italic: { title: 'Italic', icon: Italic, shortcut: 'Mod+I' },
  underline: { title: 'Underline', icon: Underline, shortcut: 'Mod+U' },
  strikethrough: { title: 'Strikethrough', icon: Strikethrough, shortcut: 'Mod+Shift+X' },
  superscript: { title: 'Superscript', icon: Superscript, shortcut: 'Mod+.' },
  subscript: { title: 'Subscript', icon: Subscript, shortcut: 'Mod+,' },
  code: { title: 'Code', icon: Code, shortcut: 'Mod+E' },
};

export const BLOCK_ACTIONS: Record<
  BlockType,
  { title: string; icon: LucideIcon; shortcut?: string; words: string }
> = {
  paragraph: { title: 'Text', icon: Pilcrow, shortcut: 'Mod+Alt+0', words: 'paragraph plain' },
  heading1: { title: 'Heading 1', icon: Heading1, shortcut: 'Mod+Alt+1', words: 'h1 title' },
  heading2: { title: 'Heading 2', icon: Heading2, shortcut: 'Mod+Alt+2', words: 'h2 section' },
  heading3: { title: 'Heading 3', icon: Heading3, shortcut: 'Mod+Alt+3', words: 'h3 subsection' },
  heading4: { title: 'Heading 4', icon: Heading4, words: 'h4' },
  heading5: { title: 'Heading 5', icon: Heading5, words: 'h5' },
  heading6: { title: 'Heading 6', icon: Heading6, words: 'h6' },
  bullet: { title: 'Bullet list', icon: List, shortcut: 'Mod+Shift+L', words: 'ul unordered' },
  number: { title: 'Numbered list', icon: ListOrdered, shortcut: 'Mod+Shift+O', words: 'ol ordered' },
  // As in Google Docs.
  check: { title: 'Check list', icon: ListChecks, shortcut: 'Mod+Shift+9', words: 'todo task box' },
  quote: { title: 'Block quote', icon: TextQuote, shortcut: 'Alt+Shift+K', words: 'blockquote citation' },
  code: { title: 'Code block', icon: SquareCode, shortcut: 'Mod+Shift+K', words: 'pre monospace' },
};

/** Block types that are offered in menus; the deeper headings come from imports and Markdown. */
export const OFFERED_BLOCKS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet',
  'number',
  'check',
  'quote',
  'code',
] as const satisfies BlockType[];

export const TABLE_ICON = Table;
export const RULE_ICON = Minus;
export const SOURCES_ICON = BookMarked;
export const FOOTNOTE_ICON = StickyNote;
export const FOOTNOTE_SHORTCUT = 'Mod+Alt+F';
/** As in Google Docs. */
export const CLEAR_SHORTCUT = 'Mod+\\';
/** As in LibreOffice; the others have none. */
export const TABLE_SHORTCUT = 'Mod+F12';
export const RULE_SHORTCUT = 'Alt+Shift+H';
export const SOURCES_SHORTCUT = 'Alt+Shift+B';

/** Size of a table that is inserted without asking. */
const TABLE_ROWS = 3;
const TABLE_COLUMNS = 3;

export function toggleFormat(editor: LexicalEditor, format: TextFormat): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
}

export function insertTable(editor: LexicalEditor, rows = TABLE_ROWS, columns = TABLE_COLUMNS): void {
  editor.update(() => $insertTable(rows, columns));
}

export function insertRule(editor: LexicalEditor): void {
  editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined);
}

/** Nothing where there may be no footnote: see `mayInsertFootnote`. */
export function insertFootnote(editor: LexicalEditor): void {
  editor.update(() => void $insertFootnote(), { discrete: true });
  scrollCaretSoon();
}

export function mayInsertFootnote(editor: LexicalEditor): boolean {
  return editor.read($mayInsertFootnote);
}

export function clearFormats(editor: LexicalEditor): void {
  editor.update($clearFormats);
}

export { setBlockType };
