/** Everything that can be done with a table, named once for the menu, the palette and the keys. */
import { $runTableAction, type TableAction } from '#editor/table/actions.ts';
import { type LexicalEditor } from 'lexical';
import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  ChevronsLeftRight,
  ChevronsRightLeft,
  Columns2,
  Columns3,
  Eraser,
  Hash,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Rows2,
  Table,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
} from 'lucide-react';

interface Named {
  /** In the menu of the table. */
  title: string;
  /** In the palette, where nothing else says that it is about a table. */
  command: string;
  icon: LucideIcon;
  /** Works where the caret is in a table, and is nobody else's there. */
  shortcut: string;
}

export const TABLE_ACTIONS: Record<TableAction, Named> = {
  headerRow: {
    title: 'Header row',
    command: 'Header row on or off',
    icon: PanelTop,
    shortcut: 'Alt+Shift+T',
  },
  headerColumn: {
    title: 'Header column',
    command: 'Header column on or off',
    icon: PanelLeft,
    shortcut: 'Mod+Alt+Shift+T',
  },
  rowAbove: {
    title: 'Row above',
    command: 'Insert a row above',
    icon: BetweenHorizontalStart,
    shortcut: 'Mod+Shift+Enter',
  },
  rowBelow: {
    title: 'Row below',
    command: 'Insert a row below',
    icon: BetweenHorizontalEnd,
    shortcut: 'Mod+Enter',
  },
  columnLeft: {
    title: 'Column to the left',
    command: 'Insert a column to the left',
    icon: BetweenVerticalStart,
    shortcut: 'Mod+Alt+Shift+Enter',
  },
  columnRight: {
    title: 'Column to the right',
    command: 'Insert a column to the right',
    icon: BetweenVerticalEnd,
    shortcut: 'Alt+Shift+Enter',
  },
  alignLeft: { title: 'Left', command: 'Align the column left', icon: AlignLeft, shortcut: 'Mod+Alt+4' },
  alignCentre: { title: 'Centre', command: 'Centre the column', icon: AlignCenter, shortcut: 'Mod+Alt+5' },
  alignRight: { title: 'Right', command: 'Align the column right', icon: AlignRight, shortcut: 'Mod+Alt+6' },
  alignNumbers: {
    title: 'All numbers right',
    command: 'Align columns of numbers right',
    icon: Hash,
    shortcut: 'Mod+Alt+7',
  },
  moveRowUp: { title: 'Row up', command: 'Move the row up', icon: ArrowUp, shortcut: 'Alt+Shift+ArrowUp' },
  moveRowDown: {
    title: 'Row down',
    command: 'Move the row down',
    icon: ArrowDown,
    shortcut: 'Alt+Shift+ArrowDown',
  },
  moveColumnLeft: {
    title: 'Column left',
    command: 'Move the column left',
    icon: ArrowLeft,
    shortcut: 'Alt+Shift+ArrowLeft',
  },
  moveColumnRight: {
    title: 'Column right',
    command: 'Move the column right',
    icon: ArrowRight,
    shortcut: 'Alt+Shift+ArrowRight',
  },
  selectRow: { title: 'Row', command: 'Select the row', icon: Rows2, shortcut: 'Alt+Shift+R' },
  selectColumn: { title: 'Column', command: 'Select the column', icon: Columns2, shortcut: 'Alt+Shift+C' },
  selectTable: { title: 'Table', command: 'Select the table', icon: Table, shortcut: 'Alt+Shift+A' },
  wider: {
    title: 'Wider',
    command: 'Make the column wider',
    icon: ChevronsLeftRight,
    shortcut: 'Alt+Shift+W',
  },
  narrower: {
    title: 'Narrower',
    command: 'Make the column narrower',
    icon: ChevronsRightLeft,
    shortcut: 'Alt+Shift+N',
  },
  evenWidths: {
    title: 'All the same',
    command: 'Make all columns as wide as each other',
    icon: Columns3,
    shortcut: 'Mod+Alt+Shift+W',
  },
  clearCells: {
    title: 'Empty the cells',
    command: 'Empty the selected cells',
    icon: Eraser,
    shortcut: 'Alt+Shift+Delete',
  },
  deleteRow: {
    title: 'Delete row',
    command: 'Delete the row',
    icon: TableRowsSplit,
    shortcut: 'Mod+Shift+Backspace',
  },
  deleteColumn: {
    title: 'Delete column',
    command: 'Delete the column',
    icon: TableColumnsSplit,
    shortcut: 'Alt+Shift+Backspace',
  },
  deleteTable: {
    title: 'Delete table',
    command: 'Delete the table',
    icon: Trash2,
    shortcut: 'Mod+Shift+Delete',
  },
};

export function runTableAction(editor: LexicalEditor, action: TableAction): void {
  editor.update(() => void $runTableAction(action), { discrete: true });
}
