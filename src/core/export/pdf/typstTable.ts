/** Tables for the template: cells in their places, columns as wide as their text asks. */
import type { Block, Inline, Table, TableCell } from '#domain/document/ast.ts';
import { type PlacedCell, tableGrid } from '../tableGrid.ts';
import type { TypstBlock } from './typstData.ts';

export interface TypstTable {
  t: 'table';
  /** Shares of the width; empty where the columns may be as narrow as their text. */
  widths: number[];
  columns: number;
  /** Rows at the top that are repeated on every page. */
  head: number;
  cells: { x: number; y: number; cs: number; rs: number; head: boolean; b: TypstBlock[] }[];
}

/** Characters that fit a line of the page beside each other in a table's letters. */
const CHARACTERS_PER_LINE = 84;
/** No column gets less than this many characters' worth of width, nor more than the second number asks for. */
const MIN_WIDTH = 6;
const MAX_WIDTH = 40;

/** Letters of a word that fit a cell; longer words of a language are hyphenated first. */
export function cellLine(columns: number): number {
  return Math.max(14, Math.floor(CHARACTERS_PER_LINE / columns));
}

export function typstTable(
  table: Table,
  blocksOf: (cell: TableCell, columns: number) => TypstBlock[],
): TypstTable[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  return [
    {
      t: 'table',
      widths: columnWidths(grid.cells, grid.columns),
      columns: grid.columns,
      head: grid.headRows,
      cells: grid.cells.map(({ x, y, colSpan, rowSpan, cell }) => ({
        x,
        y,
        cs: colSpan,
        rs: rowSpan,
        head: cell.header,
        b: blocksOf(cell, grid.columns),
      })),
    },
  ];
}

/** By the longest word and the amount of text; cells that span columns say nothing of one of them. */
function columnWidths(cells: PlacedCell[], columns: number): number[] {
  const longestWord = Array.from({ length: columns }, () => 0);
  const longestCell = Array.from({ length: columns }, () => 0);
  for (const { x, colSpan, cell } of cells) {
    if (colSpan > 1) continue;
    const text = textOf(cell.children);
    longestCell[x] = Math.max(longestCell[x]!, text.length);
    for (const word of text.split(/\s+/)) longestWord[x] = Math.max(longestWord[x]!, word.length);
  }
  const natural = longestCell.reduce((sum, length) => sum + Math.max(length, MIN_WIDTH) + 2, 0);
  if (natural <= CHARACTERS_PER_LINE) return [];
  return longestCell.map((length, x) =>
    Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.max(longestWord[x]!, Math.round(Math.sqrt(length) * 3)))),
  );
}

function textOf(blocks: Block[]): string {
  return blocks.map(blockText).join(' ');
}

function blockText(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading') return inlineText(block.children);
  if (block.type === 'list') return block.items.map((item) => textOf(item.children)).join(' ');
  if (block.type === 'quote') return textOf(block.children);
  return block.type === 'code' ? block.text : '';
}

function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      return inline.type === 'link' ? inlineText(inline.children) : ' ';
    })
    .join('');
}
