/** Tables for the template: cells in their places, columns as wide as their text asks. */
import type { Align, Block, Table, TableCell } from '#domain/document/ast.ts';
import { readingOrder } from '#domain/document/clusters.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { type TableGrid, tableGrid } from '../tableGrid.ts';
import { linesOf, wholeRows } from '../wholeRows.ts';
import { blockText, layOut, type TableLayout } from './tableLayout.ts';
import type { PageRoom } from './room.ts';
import type { TypstBlock } from './typstData.ts';

export interface TypstTable {
  t: 'table';
  /** Index of the template's sizes of tables. */
  size: 0 | 1 | 2;
  /** It stands on a page that is turned. */
  turned: boolean;
  /** Shares of the width; empty where the columns may be as narrow as their text. */
  widths: number[];
  columns: number;
  /** Rows at the top that head the table. */
  head: number;
  /** They are repeated on every page. PDF/UA has no links in what is repeated. */
  repeat: boolean;
  cells: TypstCell[];
}

interface TypstCell {
  x: number;
  y: number;
  cs: number;
  rs: number;
  head: boolean;
  /** Words may be hyphenated. */
  hy: boolean;
  /** Its row is not parted by the end of a page. */
  whole?: true;
  al?: Align;
  b: TypstBlock[];
}

/** What the text of a cell has to know of its column. */
interface CellSpace {
  /** Letters of a word that fit, hyphenated where it has to be. */
  line: number;
  /** Letters that fit beside each other. */
  letters: number;
}

type BlocksOf = (cell: TableCell, space: CellSpace) => TypstBlock[];

/** Several where not all columns fit beside each other. `mayTurn`: it stands where a page can be turned for it. */
export function typstTable(
  table: Table,
  { mayTurn, room }: { mayTurn: boolean; room: PageRoom },
  blocksOf: BlocksOf,
): TypstTable[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  const layout = layOut(grid.cells, grid.columns, {
    chosen: table.widths,
    room,
    mayTurn,
    mayPart: grid.cells.every(({ colSpan }) => colSpan === 1),
    labels: labelColumns(grid),
    step: 0,
  });
  if (layout.groups.length < 2) return [oneTable(grid, layout, blocksOf)];
  const parts = layout.groups.map((columns) => partOf(grid, columns));
  const laidOut = (part: TableGrid, step: number): TableLayout =>
    layOut(part.cells, part.columns, { room, mayTurn, mayPart: false, labels: 0, step });
  const step = Math.max(...parts.map((part) => laidOut(part, 0).step));
  return parts.map((part) => oneTable(part, laidOut(part, step), blocksOf));
}

const READER = { inside: blocksInside, text: blockText };

function oneTable(grid: TableGrid, layout: TableLayout, blocksOf: BlocksOf): TypstTable {
  const { size, turned, widths, letters, hyphenated } = layout;
  const line = Math.max(14, Math.floor(layout.line / grid.columns));
  const lettersOf = (x: number, colSpan: number): number =>
    letters.slice(x, x + colSpan).reduce((total, width) => total + width, 0);
  const whole = wholeRows(
    grid.rows,
    grid.cells.map(({ x, y, colSpan, rowSpan, cell }) => ({
      y,
      rowSpan,
      lines: linesOf(cell.children, lettersOf(x, colSpan), READER),
    })),
  );
  const cells = grid.cells.map(({ x, y, colSpan, rowSpan, cell }) => ({
    x,
    y,
    cs: colSpan,
    rs: rowSpan,
    head: cell.header,
    hy: colSpan === 1 && hyphenated[x]!,
    ...(rowSpan === 1 && whole.has(y) && { whole: true as const }),
    ...(cell.align === undefined ? {} : { al: cell.align }),
    b: blocksOf(cell, {
      line,
      letters: lettersOf(x, colSpan),
    }),
  }));
  const repeat = !cells.some((cell) => cell.y < grid.headRows && holdsLink(cell.b));
  return {
    t: 'table',
    size,
    turned,
    widths,
    columns: grid.columns,
    head: grid.headRows,
    repeat,
    cells,
  };
}

function partOf(grid: TableGrid, columns: number[]): TableGrid {
  const cells = grid.cells
    .filter(({ x }) => columns.includes(x))
    .map((placed) => Object.assign({}, placed, { x: columns.indexOf(placed.x) }));
  return { ...grid, columns: columns.length, cells };
}

/** Columns that say what a row is about: the header columns, else the first. None whose notes would come twice. */
function labelColumns({ cells, columns, headColumns }: TableGrid): number {
  const labels = Math.max(1, headColumns);
  if (labels > columns / 3) return 0;
  return cells.some(({ x, cell }) => x < labels && holdsNote(cell.children)) ? 0 : labels;
}

function holdsNote(children: Block[]): boolean {
  const { places, footnotes } = readingOrder({ children });
  return places.length + footnotes.length > 0;
}

/** Whether there is a link or a note anywhere in the data of some blocks. */
function holdsLink(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if ('t' in data && (data.t === 'a' || data.t === 'n' || data.t === 'ref')) return true;
  return Object.values(data).some(holdsLink);
}
