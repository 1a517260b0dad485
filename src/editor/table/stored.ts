/** Stored tables on their way into the editor, where every table is a full rectangle of single cells. */
import type { StoredNode } from '#domain/document/stored.ts';
import { normalShares } from './widths.ts';

/** Whether a table is rows of cells and nothing else. The editor would throw away what is not. */
export function isSoundTable({ children = [] }: StoredNode): boolean {
  return (
    children.some(({ children: cells = [] }) => cells.length > 0) &&
    children.every(
      (row) => row.type === 'tablerow' && (row.children ?? []).every((cell) => cell.type === 'tablecell'),
    )
  );
}

/**
 * Parts merged cells, whose words stay in their first place, and fills short rows up. Returns the very same object
 * where there is nothing to mend. `table` is sound.
 */
export function rectangularTable(table: StoredNode): StoredNode {
  const rows = table.children ?? [];
  const columns = rows[0]?.children?.length ?? 0;
  const widths = table['colWidths'];
  const isRectangular = rows.every(
    ({ children = [] }) =>
      children.length === columns &&
      children.every((cell) => span(cell, 'colSpan') * span(cell, 'rowSpan') === 1),
  );
  if (isRectangular && isSharing(widths, columns)) return table;
  const grid = isRectangular ? rows.map(({ children = [] }) => children) : parted(rows);
  const width = grid[0]?.length ?? 0;
  const { colWidths: _widths, ...rest } = table;
  return {
    ...rest,
    ...(isWidths(widths) && widths.length === width ? { colWidths: normalShares(widths) } : {}),
    children: grid.map((cells, y) => ({ ...(rows[y] ?? { type: 'tablerow', version: 1 }), children: cells })),
  };
}

function parted(rows: StoredNode[]): StoredNode[][] {
  const grid: StoredNode[][] = rows.map(() => []);
  for (const [y, { children = [] }] of rows.entries()) {
    let x = 0;
    for (const cell of children) {
      while (grid[y]![x] !== undefined) x += 1;
      const { colSpan: _columns, rowSpan: _rows, ...single } = cell;
      for (let down = 0; down < span(cell, 'rowSpan') && y + down < rows.length; down += 1)
        for (let along = 0; along < span(cell, 'colSpan'); along += 1)
          grid[y + down]![x + along] ??= down + along === 0 ? single : emptyLike(single);
      x += 1;
    }
  }
  const width = Math.max(...grid.map((cells) => cells.length));
  return grid.map((cells) =>
    Array.from({ length: width }, (_cell, x) => cells[x] ?? emptyLike({ type: 'tablecell', version: 1 })),
  );
}

function emptyLike(cell: StoredNode): StoredNode {
  return { ...cell, children: [{ type: 'paragraph', version: 1, children: [] }] };
}

/** No more than 1,000, as in HTML. */
function span(cell: StoredNode, side: 'colSpan' | 'rowSpan'): number {
  const value = cell[side];
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1;
}

function isWidths(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((width) => typeof width === 'number');
}

function isSharing(value: unknown, columns: number): boolean {
  if (value === undefined) return true;
  const sum = isWidths(value) ? value.reduce((total, width) => total + width, 0) : 0;
  return isWidths(value) && value.length === columns && Math.abs(sum - 100) < 1;
}
