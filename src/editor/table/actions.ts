/** What can be done with the table at the caret, each named once. Only inside an update. */
import type { TableCellNode } from '@lexical/table';
import { $getEditor } from 'lexical';
import { $align, $alignNumbers } from './align.ts';
import { $clearCells } from './clear.ts';
import { $deleteColumns, $insertColumns, $moveColumns } from './columns.ts';
import { $areaOf, $selectArea, $selectedArea, $tableOf, type Area } from './grid.ts';
import { $headers, $setHeaders } from './headers.ts';
import { $removeTable } from './remove.ts';
import { $deleteRows, $insertRows, $moveRows } from './rows.ts';
import { $columnShares, $setColumnShares, moveBorder } from './widths.ts';

/** How much one press of a key widens a column, in shares of 100. */
const WIDTH_STEP = 2;

/** By their names. Each runs inside an update. */
export const TABLE_ACTIONS = {
  rowAbove: (area) => $insertRows(area, 'above'),
  rowBelow: (area) => $insertRows(area, 'below'),
  columnLeft: (area) => $insertColumns(area, 'left'),
  columnRight: (area) => $insertColumns(area, 'right'),
  moveRowUp: (area) => $moveRows(area, -1),
  moveRowDown: (area) => $moveRows(area, 1),
  moveColumnLeft: (area) => $moveColumns(area, -1),
  moveColumnRight: (area) => $moveColumns(area, 1),
  selectRow: (area) => $selectArea({ ...area, left: 0, right: area.table.getColumnCount() - 1 }),
  selectColumn: (area) => $selectArea({ ...area, top: 0, bottom: area.table.getChildrenSize() - 1 }),
  selectTable: ({ table }) =>
    $selectArea({
      table,
      top: 0,
      left: 0,
      bottom: table.getChildrenSize() - 1,
      right: table.getColumnCount() - 1,
    }),
  deleteRow: $deleteRows,
  deleteColumn: $deleteColumns,
  deleteTable: ({ table }) => $removeTable(table),
  clearCells: $clearCells,
  headerRow: $toggleHeaderRows,
  headerColumn: $toggleHeaderColumns,
  alignLeft: (area) => $align(area, 'left'),
  alignCentre: (area) => $align(area, 'center'),
  alignRight: (area) => $align(area, 'right'),
  alignNumbers: $alignNumbers,
  wider: (area) => $widen(area, WIDTH_STEP),
  narrower: (area) => $widen(area, -WIDTH_STEP),
  evenWidths: ({ table }) => $setColumnShares(table, null),
} as const satisfies Record<string, (area: Area) => void>;

export type TableAction = keyof typeof TABLE_ACTIONS;

/** False where the caret is in no table. */
export function $runTableAction(action: TableAction): boolean {
  const area = $selectedArea();
  if (area === null) return false;
  TABLE_ACTIONS[$runsFromRight(area) ? (MIRRORED[action] ?? action) : action](area);
  return true;
}

/** Left and right are those that are seen. */
const MIRRORED: Partial<Record<TableAction, TableAction>> = {
  columnLeft: 'columnRight',
  columnRight: 'columnLeft',
  moveColumnLeft: 'moveColumnRight',
  moveColumnRight: 'moveColumnLeft',
};

function $runsFromRight({ table }: Area): boolean {
  const element = $getEditor().getElementByKey(table.getKey());
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** The rows from the top to the last selected one, where the selection begins at the top; else the first. */
function $toggleHeaderRows({ table, top, bottom }: Area): void {
  const headers = $headers(table);
  const wanted = top === 0 ? bottom + 1 : 1;
  $setHeaders(table, { ...headers, rows: headers.rows === 0 || headers.rows < wanted ? wanted : 0 });
}

function $toggleHeaderColumns({ table, left, right }: Area): void {
  const headers = $headers(table);
  const wanted = left === 0 ? right + 1 : 1;
  $setHeaders(table, { ...headers, columns: headers.columns === 0 || headers.columns < wanted ? wanted : 0 });
}

/** The last column has its border at the left. */
function $widen({ table, right }: Area, by: number): void {
  const shares = $columnShares(table);
  const isLast = right === shares.length - 1;
  $setColumnShares(table, moveBorder(shares, isLast ? right - 1 : right, isLast ? -by : by));
}

/** The same for a cell that is pointed at. */
export function $runTableActionAt(cell: TableCellNode, action: TableAction): void {
  const table = $tableOf(cell);
  if (table !== null) TABLE_ACTIONS[action]($areaOf(table, cell, cell));
}

/** Moves the border behind a cell's column by shares of 100. */
export function $moveBorderBehind(cell: TableCellNode, by: number): void {
  const table = $tableOf(cell);
  if (table === null) return;
  $setColumnShares(table, moveBorder($columnShares(table), cell.getIndexWithinParent(), by));
}
