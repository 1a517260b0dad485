/** Tables: a plain grid with an optional header row. */
import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableRowNode,
  $isTableSelection,
  TableCellHeaderStates,
  TableExtension,
  type TableNode,
} from '@lexical/table';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  KEY_TAB_COMMAND,
} from 'lexical';

export const TablesExtension = defineExtension({
  name: 'dossier/tables',
  dependencies: [
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasHorizontalScroll: false,
    }),
  ],
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.shiftKey || !$standsInLastCell()) return false;
        event.preventDefault();
        $insertTableRowAtSelection(true);
        const table = $currentTable();
        const row = table?.getLastChild();
        if ($isTableRowNode(row)) row.getFirstChild()?.selectStart();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});

/** The table that the caret or the selected cells are in. */
export function $currentTable(): TableNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return $findTableNode(selection.anchor.getNode());
}

/** Sizes from 1 × 1 to 50 × 20; the first row is a header. */
export function $insertTable(rows: number, columns: number): void {
  const table = $createTableNodeWithDimensions(
    Math.min(Math.max(rows, 1), 50),
    Math.min(Math.max(columns, 1), 20),
    { rows: true, columns: false },
  );
  $insertNodeToNearestRoot(table);
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
  table.getFirstDescendant()?.selectStart();
}

export const tableActions = {
  rowAbove: () => void $insertTableRowAtSelection(false),
  rowBelow: () => void $insertTableRowAtSelection(true),
  columnLeft: () => void $insertTableColumnAtSelection(false),
  columnRight: () => void $insertTableColumnAtSelection(true),
  deleteRow: () => $deleteTableRowAtSelection(),
  deleteColumn: () => $deleteTableColumnAtSelection(),
  headerRow: () => $toggleHeaderRow(),
  deleteTable: () => $deleteTable(),
} as const;
export type TableAction = keyof typeof tableActions;

export function $hasHeaderRow(table: TableNode): boolean {
  const row = table.getFirstChild();
  if (!$isTableRowNode(row)) return false;
  const cells = row.getChildren().map($findCellNode);
  return cells.every((cell) => cell?.hasHeaderState(TableCellHeaderStates.ROW) === true);
}

function $toggleHeaderRow(): void {
  const table = $currentTable();
  const row = table?.getFirstChild();
  if (table === null || !$isTableRowNode(row)) return;
  const state = $hasHeaderRow(table) ? TableCellHeaderStates.NO_STATUS : TableCellHeaderStates.ROW;
  for (const child of row.getChildren())
    $findCellNode(child)?.setHeaderStyles(state, TableCellHeaderStates.ROW);
}

function $deleteTable(): void {
  const table = $currentTable();
  if (table === null) return;
  const paragraph = $createParagraphNode();
  table.replace(paragraph);
  paragraph.select();
}

function $standsInLastCell(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const cell = $findCellNode(selection.anchor.getNode());
  return cell !== null && cell.getNextSibling() === null && cell.getParentOrThrow().getNextSibling() === null;
}
