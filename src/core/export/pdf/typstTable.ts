/** Tables for the template: cells in their places, columns as wide as their text asks. */
import type { Block, Inline, Table, TableCell } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { type PlacedCell, tableGrid } from '../tableGrid.ts';
import type { TypstBlock } from './typstData.ts';

export interface TypstTable {
  t: 'table';
  /** Shares of the width; empty where the columns may be as narrow as their text. */
  widths: number[];
  columns: number;
  /** Rows at the top that head the table. */
  head: number;
  /** They are repeated on every page. PDF/UA has no links in what is repeated. */
  repeat: boolean;
  /** `hy`: words may be hyphenated. */
  cells: { x: number; y: number; cs: number; rs: number; head: boolean; hy: boolean; b: TypstBlock[] }[];
}

/** Characters that fit a line of the page beside each other in a table's letters; smaller ones where columns are many. */
const CHARACTERS_PER_LINE = 84;
const SMALL_CHARACTERS_PER_LINE = 100;
const MANY_COLUMNS = 7;
/** The space beside a cell's text, in characters. */
const PADDING = 2;
/** No column gets less than this many characters' worth of width, nor more than the second number asks for. */
const MIN_WIDTH = 6;
const MAX_WIDTH = 40;
/** Scripts that break between any two letters: what has to stand beside each other of them. */
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const UNBREAKABLE = 4;
/** Letters wider than most. */
const WIDE = /[\p{Lu}mwœæ@%—]/gu;

/** What the text of a cell has to know of its column. */
export interface CellSpace {
  /** Letters of a word that fit, hyphenated where it has to be. */
  line: number;
  /** Letters that fit beside each other. */
  letters: number;
}

export function typstTable(
  table: Table,
  blocksOf: (cell: TableCell, space: CellSpace) => TypstBlock[],
): TypstTable[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  const { widths, letters, hyphenated } = layOut(grid.cells, grid.columns);
  const line = Math.max(14, Math.floor(CHARACTERS_PER_LINE / grid.columns));
  const cells = grid.cells.map(({ x, y, colSpan, rowSpan, cell }) => ({
    x,
    y,
    cs: colSpan,
    rs: rowSpan,
    head: cell.header,
    hy: colSpan === 1 && hyphenated[x]!,
    b: blocksOf(cell, { line, letters: sum(letters.slice(x, x + colSpan)) }),
  }));
  const repeat = !cells.some((cell) => cell.y < grid.headRows && holdsLink(cell.b));
  return [{ t: 'table', widths, columns: grid.columns, head: grid.headRows, repeat, cells }];
}

/** Whether there is a link or a note anywhere in the data of some blocks. */
function holdsLink(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if ('t' in data && (data.t === 'a' || data.t === 'n')) return true;
  return Object.values(data).some(holdsLink);
}

interface Layout {
  /** Shares of the width; empty where the columns may be as narrow as their text. */
  widths: number[];
  /** Letters that fit each column. */
  letters: number[];
  /** Columns that are too narrow for a word in them. */
  hyphenated: boolean[];
}

/**
 * By the longest word and the amount of text; cells that span columns say nothing of one of them. Columns are
 * as wide as their longest words where all of those fit.
 */
function layOut(cells: PlacedCell[], columns: number): Layout {
  const longestWord = Array.from({ length: columns }, () => 0);
  const longestCell = Array.from({ length: columns }, () => 0);
  for (const { x, colSpan, cell } of cells) {
    if (colSpan > 1) continue;
    const text = textOf(cell.children);
    longestCell[x] = Math.max(longestCell[x]!, widthOf(text));
    for (const word of text.split(/\s+|(?<=[-–/])/u))
      longestWord[x] = Math.max(
        longestWord[x]!,
        BREAKS_ANYWHERE.test(word) ? Math.min(UNBREAKABLE, widthOf(word)) : widthOf(word),
      );
  }
  const line = columns > MANY_COLUMNS ? SMALL_CHARACTERS_PER_LINE : CHARACTERS_PER_LINE;
  const natural = sum(longestCell.map((length) => Math.max(length, MIN_WIDTH) + PADDING));
  if (natural <= line) return { widths: [], letters: longestCell, hyphenated: longestCell.map(() => false) };
  const wanted = longestCell.map((length, x) =>
    Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.max(longestWord[x]!, Math.round(Math.sqrt(length) * 3)))),
  );
  const letters = shared(line - columns * PADDING, longestWord, wanted);
  return {
    widths: letters.map((width) => Math.round((width + PADDING) * 100) / 100),
    letters,
    hyphenated: letters.map((width, x) => width < longestWord[x]!),
  };
}

/** `space` parted by what the columns want; each gets what it needs where that is possible. */
function shared(space: number, needed: number[], wanted: number[]): number[] {
  const left = space - sum(needed);
  const share = left < 0 ? wanted : wanted.map((width, x) => Math.max(0.1, width - needed[x]!));
  const whole = sum(share);
  return share.map((part, x) => (left < 0 ? space * part : needed[x]! * whole + left * part) / whole);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The width of text in letters of the usual width. */
function widthOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const double = text.match(new RegExp(BREAKS_ANYWHERE.source, 'gu'))?.length ?? 0;
  return text.length + wide * 0.4 + double * 0.8;
}

function textOf(blocks: Block[]): string {
  return blocks.map(blockText).join(' ');
}

function blockText(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'caption')
    return inlineText(block.children);
  return block.type === 'code' ? block.text : textOf(blocksInside(block));
}

function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      return inline.type === 'link' ? inlineText(inline.children) : ' ';
    })
    .join('');
}
