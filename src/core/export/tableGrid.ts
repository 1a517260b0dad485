/** Puts the cells of a table in their places. */
import type { Align, Table, TableCell } from '#domain/document/ast.ts';

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
  /** Columns at the left in which every cell is a header. */
  headColumns: number;
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
  return { columns, rows, headRows, headColumns: countHeadColumns(cells, columns), cells };
}

/** A table that is all headers has none. */
function countHeadRows(table: Table): number {
  const firstOther = table.rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.header));
  return Math.max(0, firstOther);
}

/** A table that is all headers has none. */
function countHeadColumns(cells: PlacedCell[], columns: number): number {
  const others = cells.filter(({ cell }) => !cell.header).map(({ x }) => x);
  return others.length === 0 ? 0 : Math.min(columns, ...others);
}

/** Where the text of each column stands: as in most cells of its body. */
export function columnAlignments({
  cells,
  columns,
  headRows,
}: TableGrid): ('left' | 'center' | 'right' | null)[] {
  return Array.from({ length: columns }, (_column, x) => {
    const inColumn = cells.filter((placed) => placed.x === x && placed.colSpan === 1);
    const body = inColumn.filter((placed) => placed.y >= headRows);
    const counts = new Map<'left' | 'center' | 'right' | null, number>();
    for (const { cell } of body.length > 0 ? body : inColumn) {
      const side = sideOf(cell.align);
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null;
  });
}

/** Null where text stands as it does by itself. */
function sideOf(align: Align | undefined): 'left' | 'center' | 'right' | null {
  if (align === 'left' || align === 'center' || align === 'right') return align;
  return align === 'end' ? 'right' : null;
}
