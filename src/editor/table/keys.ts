/** Keys in a table, as in Word. */
import { $isTableNode, $isTableSelection, type TableCellNode } from '@lexical/table';
import { $getClipboardDataFromSelection, copyToClipboard } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $getSelection,
  $isDecoratorNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { $standsAt } from '../edges.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { typesText } from '../keys.ts';
import { $selectContent } from './cells.ts';
import { $clearCells, $deleteCells } from './clear.ts';
import { $coverTables } from './covered.ts';
import { $cellAt, $cellsOf, $selectedArea, type Area } from './grid.ts';
import { $addRows } from './rows.ts';

/** Registered before any table is drawn, and so before the handlers that Lexical adds for each. */
export function registerTableKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(KEY_TAB_COMMAND, $goByTab, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $writeBeforeTable, COMMAND_PRIORITY_CRITICAL),
    ...[KEY_ARROW_DOWN_COMMAND, KEY_ARROW_RIGHT_COMMAND].map((command) =>
      editor.registerCommand(command, $makeRoomBehind, COMMAND_PRIORITY_CRITICAL),
    ),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $onCells($deleteCells), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DELETE_COMMAND, $onCells($clearCells), COMMAND_PRIORITY_CRITICAL),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (backward) => $onCells(backward ? $deleteCells : $clearCells)(null),
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isTableSelection(selection)) return false;
        // Copying may come later than deleting: what is cut is read before.
        const data = $getClipboardDataFromSelection(selection);
        void copyToClipboard(editor, event instanceof ClipboardEvent ? event : null, data);
        return $onCells($deleteCells)(event);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(KEY_DOWN_COMMAND, $typeOverCells, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      PASTE_COMMAND,
      () => {
        $coverTables();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** Answers where whole cells are selected. */
function $onCells(run: (area: Area) => void) {
  return (event: Event | null): boolean => {
    const area = $isTableSelection($getSelection()) ? $selectedArea() : null;
    if (area === null) return false;
    event?.preventDefault();
    run(area);
    return true;
  };
}

/** To the next cell, with what is in it selected; behind the last one into a new row. */
function $goByTab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return false;
  const area = $selectedArea();
  if (area === null) return false;
  event.preventDefault();
  const cells = $cellsOf(area.table).flat();
  const width = area.table.getColumnCount();
  const at = (row: number, column: number): number => row * width + column;
  const next = event.shiftKey ? at(area.top, area.left) - 1 : at(area.bottom, area.right) + 1;
  if (next < 0) return true;
  if (next === cells.length) {
    $addRows(area, area.table.getChildrenSize(), 1);
    $cellAt(area.table, area.table.getChildrenSize() - 1, 0)?.selectStart();
  } else if (cells[next] !== undefined) $selectContent(cells[next]);
  return true;
}

/** Enter at the very beginning of a table before which no caret can stand makes a paragraph there. */
function $writeBeforeTable(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const area = $selectedArea();
  if (area === null || area.top > 0 || area.left > 0) return false;
  const cell: TableCellNode | null = $cellAt(area.table, 0, 0);
  const before = area.table.getPreviousSibling();
  if (before !== null && !$isTableNode(before) && !$isDecoratorNode(before)) return false;
  if (cell === null || !$standsAt(selection, cell, 'start')) return false;
  const paragraph = $createParagraphNode();
  area.table.insertBefore(paragraph);
  paragraph.select();
  return true;
}

/** Between a table and the section of notes no caret can stand: whoever leaves the table finds a paragraph there. */
function $makeRoomBehind(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (event.shiftKey || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const area = $selectedArea();
  if (area === null || !$isFootnotesNode(area.table.getNextSibling())) return false;
  const cell = $cellAt(area.table, area.bottom, area.right);
  const last = cell?.getLastChild();
  const isLeaving =
    event.key === 'ArrowDown'
      ? area.bottom === area.table.getChildrenSize() - 1 &&
        (last?.is(selection.anchor.getNode()) === true ||
          last?.isParentOf(selection.anchor.getNode()) === true)
      : cell !== null && cell.is($cellsOf(area.table).at(-1)?.at(-1)) && $standsAt(selection, cell, 'end');
  if (isLeaving) area.table.insertAfter($createParagraphNode());
  return false;
}

/** What is typed while cells are selected goes behind the words of the first one: nothing is overwritten. */
function $typeOverCells(event: KeyboardEvent): boolean {
  if (!typesText(event) && event.key !== 'Enter') return false;
  $coverTables();
  if (event.key === 'Enter') return false;
  const area = $isTableSelection($getSelection()) ? $selectedArea() : null;
  if (area !== null) $cellAt(area.table, area.top, area.left)?.selectEnd();
  return false;
}
