/** Tables of a Word document. */
import type { Directed, FlowBlock, FlowCell, FlowTable } from '../flow/flow.ts';
import { AFTER_TABLE, blocksXml, cellContent, type Place } from './blocks.ts';
import { changedRow } from './changes.ts';
import { lettersIn, tableLook, type TableLook } from './columnWidths.ts';
import { flowInside, flowText } from '../flow/walk.ts';
import { linesOf, wholeRows } from '../wholeRows.ts';
import type { Writing } from './writing.ts';
import { val, xml } from './xml.ts';

/** Tables inside each other that get cells; what is deeper has no width left, and stands cell below cell. */
const MAX_DEPTH = 6;

export function tableXml(table: Directed<FlowTable>, place: Place, writing: Writing): string {
  if (place.tables >= MAX_DEPTH)
    return table.cells.map((cell) => blocksXml(cell.blocks, place, writing)).join('');
  const room = place.width - place.left;
  const look = tableLook(table, room, turnedRoom(place, writing));
  const { widths, size } = look;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const whole = rowsOnOnePage(table, look);
  const rows = Array.from({ length: table.rows }, (_unused, y) =>
    rowXml(table, { y, isWhole: whole.has(y) }, look, place, writing),
  );
  const properties = xml(
    'w:tblPr',
    {},
    val('tblStyle', size.style),
    place.dir === 'rtl' ? val('bidiVisual') : '',
    xml('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    place.left === 0 ? '' : xml('w:tblInd', { 'w:w': place.left, 'w:type': 'dxa' }),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    xml('w:tblLook', {
      'w:val': table.headRows > 0 ? '0620' : '0600',
      'w:firstRow': table.headRows > 0 ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
  );
  const grid = xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width })));
  return xml('w:tbl', {}, properties, grid, ...rows) + AFTER_TABLE;
}

/** Pages are turned for tables that stand on them, not in lists, quotes or other tables. */
function turnedRoom({ mayTurn }: Place, { page }: Writing): number | null {
  return mayTurn ? page.turnedWidth : null;
}

/** Whether the page is turned for a block: see `sections.ts`. */
export function isTurned(block: FlowBlock, writing: Writing): boolean {
  const table = block.type === 'figure' ? block.body : block;
  return (
    table.type === 'table' && tableLook(table, writing.page.columnWidth, writing.page.turnedWidth).turned
  );
}

const READER = { inside: flowInside, text: (block: FlowBlock) => flowText([block]) };

function rowsOnOnePage({ rows, cells }: FlowTable, { widths, size }: TableLook): Set<number> {
  return wholeRows(
    rows,
    cells.map(({ x, y, colSpan, rowSpan, blocks }) => {
      const width = widths.slice(x, x + colSpan).reduce((sum, each) => sum + each, 0);
      return { y, rowSpan, lines: linesOf(blocks, lettersIn(width, size), READER) };
    }),
  );
}

function rowXml(
  table: Directed<FlowTable>,
  { y, isWhole }: { y: number; isWhole: boolean },
  { widths, size }: TableLook,
  place: Place,
  writing: Writing,
): string {
  const cells: string[] = [];
  let x = 0;
  while (x < table.columns) {
    const cell = table.cells.find((each) => covers(each, x, y));
    if (cell === undefined) {
      cells.push(cellXml(widths[x]!, '', '<w:p/>'));
      x += 1;
      continue;
    }
    const width = widths.slice(x, x + cell.colSpan).reduce((sum, each) => sum + each, 0);
    const inside: Place = {
      width: width - 2 * size.beside,
      mayTurn: false,
      left: 0,
      dir: place.dir,
      inLists: 0,
      lists: 0,
      tables: place.tables + 1,
      style: null,
      listStyle: null,
      marks: cell.header ? ['bold'] : [],
      align: cell.align,
    };
    cells.push(spannedCell(cell, y, width, inside, writing));
    x += cell.colSpan;
  }
  const isHead = y < table.headRows;
  const properties = [
    isHead || isWhole ? val('cantSplit') : '',
    isHead ? val('tblHeader') : '',
    changedRow(table.change, writing),
  ].join('');
  return xml('w:tr', {}, properties === '' ? '' : xml('w:trPr', {}, properties), ...cells);
}

function covers(cell: FlowCell, x: number, y: number): boolean {
  return x >= cell.x && x < cell.x + cell.colSpan && y >= cell.y && y < cell.y + cell.rowSpan;
}

/** A cell of several rows is written in the first, and goes on in the others. */
function spannedCell(cell: FlowCell, y: number, width: number, inside: Place, writing: Writing): string {
  const spans = cell.colSpan > 1 ? val('gridSpan', cell.colSpan) : '';
  const merge = cell.rowSpan > 1 ? val('vMerge', y === cell.y ? 'restart' : undefined) : '';
  if (y > cell.y) return cellXml(width, spans + merge, '<w:p/>');
  return cellXml(width, spans + merge, cellContent(cell.blocks, inside, writing));
}

function cellXml(width: number, merges: string, content: string): string {
  const properties = xml('w:tcPr', {}, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), merges);
  return xml('w:tc', {}, properties, content);
}
