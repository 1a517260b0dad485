/** Puts the cells of a table in their places. */
import type { Table, TableCell } from '#domain/document/ast.ts';

export interface PlacedCell {
  /** Column and row, from 0. */
  x: number;
  y: number;
  colSpan: number;
  rowSpan: number;
  cell: TableCell;
}

export interface TableGrid {
  columns: number;
  rows: number;
  /** Rows at the top in which every cell is a header. */
  headRows: number;
  /** In reading order; no two overlap, none leaves the grid. */
  cells: PlacedCell[];
}

/**
 * Cells take the next free places of their row, as in HTML. Spans end where they would run into another cell
 * or out of the table, and at the end of the head.
 */
export function tableGrid(table: Table): TableGrid {
  const headRows = countHeadRows(table);
  const rows = table.rows.length;
  const taken = table.rows.map(() => new Set<number>());
  const cells: PlacedCell[] = [];
  let columns = 0;
  for (const [y, row] of table.rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (taken[y]!.has(x)) x += 1;
      let colSpan = 1;
      while (colSpan < cell.colSpan && !taken[y]!.has(x + colSpan)) colSpan += 1;
      const lastRow = y < headRows ? headRows : rows;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, lastRow - y));
      for (let dy = 0; dy < rowSpan; dy += 1)
        for (let dx = 0; dx < colSpan; dx += 1) taken[y + dy]!.add(x + dx);
      cells.push({ x, y, colSpan, rowSpan, cell });
      x += colSpan;
      columns = Math.max(columns, x);
    }
  }
  return { columns, rows, headRows, cells };
}

/** A table that is all headers has none. */
function countHeadRows(table: Table): number {
  const firstOther = table.rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.header));
  return Math.max(0, firstOther);
}
