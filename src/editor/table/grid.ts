/**
 * A table as rows of cells. In the editor every table is a full rectangle of single cells: stored ones are made so
 * when they are read, pasted ones when they come in. Only inside a read or an update.
 */
import {
  $createTableSelectionFrom,
  $findCellNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';

/** A rectangle of cells: rows and columns from 0, the last ones included. */
export interface Area {
  table: TableNode;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function $cellsOf(table: TableNode): TableCellNode[][] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode));
}

export function $cellAt(table: TableNode, row: number, column: number): TableCellNode | null {
  const rowNode = table.getChildAtIndex(row);
  const cell = $isTableRowNode(rowNode) ? rowNode.getChildAtIndex(column) : null;
  return $isTableCellNode(cell) ? cell : null;
}

export function $tableOf(cell: TableCellNode): TableNode | null {
  const table = cell.getParent()?.getParent();
  return $isTableNode(table) ? table : null;
}

function $place(cell: TableCellNode): { row: number; column: number } {
  return { row: cell.getParentOrThrow().getIndexWithinParent(), column: cell.getIndexWithinParent() };
}

/** The innermost table that all of the selection is in, with the cells that it is in. */
export function $selectedArea(selection: BaseSelection | null = $getSelection()): Area | null {
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  if ($isTableSelection(selection) && !selection.isValid()) return null;
  const anchor = $findCellNode(selection.anchor.getNode());
  const focus = $findCellNode(selection.focus.getNode());
  if (anchor === null || focus === null) return null;
  for (let cell: TableCellNode | null = anchor; cell !== null; cell = $outerCell(cell)) {
    const table: TableNode | null = $tableOf(cell);
    const other = table === null ? null : $cellWithin(table, focus);
    if (table !== null && other !== null) return $areaOf(table, cell, other);
  }
  return null;
}

export function $areaOf(table: TableNode, one: TableCellNode, other: TableCellNode): Area {
  const from = $place(one);
  const to = $place(other);
  return {
    table,
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** The cell of `table` that a node is in, however deep. */
function $cellWithin(table: TableNode, node: LexicalNode): TableCellNode | null {
  return $findMatchingParent(
    node,
    (parent): parent is TableCellNode => $isTableCellNode(parent) && $tableOf(parent)?.is(table) === true,
  );
}

function $outerCell(cell: TableCellNode): TableCellNode | null {
  const parent = $tableOf(cell)?.getParent();
  return parent === null || parent === undefined ? null : $findCellNode(parent);
}

/** The table that the caret or the selected cells are in. */
export function $currentTable(): TableNode | null {
  return $selectedArea()?.table ?? null;
}

export function $areaCells({ table, top, left, bottom, right }: Area): TableCellNode[] {
  return $cellsOf(table)
    .slice(top, bottom + 1)
    .flatMap((row) => row.slice(left, right + 1));
}

/** The area as it is after a change of the table's size. Nothing where the table is gone. */
export function $selectArea({ table, top, left, bottom, right }: Area): void {
  const first = $cellAt(table, top, left);
  const last = $cellAt(table, bottom, right);
  if (first !== null && last !== null) $setSelection($createTableSelectionFrom(table, first, last));
}

/** Whether whole cells are selected, not text in one. */
export function $cellsAreSelected(): boolean {
  return $isTableSelection($getSelection());
}

export function $isWholeTable({ table, top, left, bottom, right }: Area): boolean {
  return (
    top === 0 && left === 0 && bottom === table.getChildrenSize() - 1 && right === table.getColumnCount() - 1
  );
}

/** Whole rows, from edge to edge. */
export function $spansRows({ table, left, right }: Area): boolean {
  return left === 0 && right === table.getColumnCount() - 1;
}

/** Whole columns, from edge to edge. */
export function $spansColumns({ table, top, bottom }: Area): boolean {
  return top === 0 && bottom === table.getChildrenSize() - 1;
}
