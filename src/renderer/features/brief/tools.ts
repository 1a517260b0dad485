/** The buttons of the toolbar, as data: what each shows and does. */
import { TEXT_FORMATS, type SelectionFormat, type TextFormat } from '#editor/format.ts';
import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { Link, type LucideIcon, MessageSquarePlus, Redo2, RemoveFormatting, Undo2 } from 'lucide-react';
import {
  BLOCK_ACTIONS,
  CLEAR_SHORTCUT,
  clearFormats,
  FOOTNOTE_ICON,
  FOOTNOTE_SHORTCUT,
  insertFootnote,
  insertRule,
  RULE_ICON,
  RULE_SHORTCUT,
  setBlockType,
  TEXT_ACTIONS,
  toggleFormat,
} from './formatActions.ts';
import { runCommand } from '../../app/commands.ts';
import { COMMENT_SHORTCUT } from './comments/commentShortcuts.ts';
import { choosePictures } from './figures/addPictures.ts';
import { PICTURE_ICON, PICTURE_SHORTCUT } from './figures/figureCommands.ts';

const LISTS = ['bullet', 'number', 'check', 'quote'] as const;
export type ToolId =
  | 'undo'
  | 'redo'
  | TextFormat
  | 'clear'
  | (typeof LISTS)[number]
  | 'link'
  | 'footnote'
  | 'comment'
  | 'picture'
  | 'rule';

export interface Tool {
  id: ToolId;
  title: string;
  icon: LucideIcon;
  shortcut?: string | undefined;
  /** Undefined where the tool is not one that is on or off. */
  pressed?: boolean;
  disabled: boolean;
  run: () => void;
}

/** The tool that stays longest in a narrow pane comes first. */
export const TOOLS_BY_IMPORTANCE: readonly ToolId[] = [
  'bold',
  'italic',
  'bullet',
  'undo',
  'number',
  'link',
  'footnote',
  'comment',
  'picture',
  'redo',
  'underline',
  'quote',
  'strikethrough',
  'superscript',
  'rule',
  'check',
  'subscript',
  'clear',
  'code',
];

export interface ToolState extends Pick<SelectionFormat, 'formats' | 'block' | 'link' | 'mayNote'> {
  canUndo: boolean;
  canRedo: boolean;
}

/** All tools, in the groups that lines part. */
export function toolGroups(
  editor: LexicalEditor,
  { formats, block, link, mayNote, canUndo, canRedo }: ToolState,
  onLink: () => void,
): Tool[][] {
  const inCode = block === 'code';
  const inQuote = block === 'snippet';
  return [
    [
      {
        id: 'undo',
        title: 'Undo',
        icon: Undo2,
        shortcut: 'Mod+Z',
        disabled: !canUndo,
        run: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
      },
      {
        id: 'redo',
        title: 'Redo',
        icon: Redo2,
        shortcut: 'Mod+Shift+Z',
        disabled: !canRedo,
        run: () => editor.dispatchCommand(REDO_COMMAND, undefined),
      },
    ],
    [
      ...TEXT_FORMATS.map((id) => ({
        id,
        ...TEXT_ACTIONS[id],
        pressed: formats.includes(id),
        disabled: inCode,
        run: () => toggleFormat(editor, id),
      })),
      {
        id: 'clear',
        title: 'Clear formatting',
        icon: RemoveFormatting,
        shortcut: CLEAR_SHORTCUT,
        disabled: formats.length === 0,
        run: () => clearFormats(editor),
      },
    ],
    LISTS.map((id) => ({
      id,
      title: BLOCK_ACTIONS[id].title,
      icon: BLOCK_ACTIONS[id].icon,
      shortcut: BLOCK_ACTIONS[id].shortcut,
      pressed: block === id,
      disabled: inQuote,
      run: () => setBlockType(editor, id),
    })),
    [
      {
        id: 'link',
        title: 'Link',
        icon: Link,
        shortcut: 'Mod+K',
        pressed: link !== null,
        disabled: inCode,
        run: onLink,
      },
      {
        id: 'footnote',
        title: 'Footnote',
        icon: FOOTNOTE_ICON,
        shortcut: FOOTNOTE_SHORTCUT,
        disabled: !mayNote,
        run: () => insertFootnote(editor),
      },
      {
        id: 'comment',
        title: 'Comment',
        icon: MessageSquarePlus,
        shortcut: COMMENT_SHORTCUT,
        disabled: false,
        run: () => runCommand('comment.add'),
      },
      {
        id: 'picture',
        title: 'Picture…',
        icon: PICTURE_ICON,
        shortcut: PICTURE_SHORTCUT,
        disabled: false,
        run: () => choosePictures(editor),
      },
      {
        id: 'rule',
        title: 'Horizontal rule',
        icon: RULE_ICON,
        shortcut: RULE_SHORTCUT,
        disabled: inQuote,
        run: () => insertRule(editor),
      },
    ],
  ];
}
