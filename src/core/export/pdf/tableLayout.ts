/** How large a table's letters are, how wide its columns, and whether it stands on a page of its own that is turned. */
import type { Block, Inline } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';
import type { PlacedCell } from '../tableGrid.ts';

/** Letters of a size, and how many of them fit a line of the page beside each other. */
interface Fit {
  /** Index of the template's sizes of tables, the largest first. */
  size: 0 | 1 | 2;
  line: number;
  turned: boolean;
}

/** Of the page that `room.ts` counts by; what is set in 9.2, 7.6 and 6.4 points beside a text in 10.5. */
const UPRIGHT: readonly Fit[] = [
  { size: 0, line: 84, turned: false },
  { size: 1, line: 100, turned: false },
];
const TURNED: readonly Fit[] = [
  { size: 1, line: 158, turned: true },
  { size: 2, line: 186, turned: true },
];
const SMALL: Fit = { size: 2, line: 118, turned: false };
const MANY_COLUMNS = 7;
/** The space beside a cell's text, in characters. */
const PADDING = 2;
/** No column gets less than this many characters' worth of width, nor more than the second number asks for. */
const MIN_WIDTH = 6;
const MAX_WIDTH = 40;
/** A cell of up to so many letters is set on one line where there is room for it. */
const ONE_LINE = 18;
/** A longer word may be hyphenated before the letters of a table are made smaller. */
const HYPHENATED = 11;
/** Scripts that break between any two letters: what has to stand beside each other of them. */
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const UNBREAKABLE = 4;
/** Letters wider than most. */
const WIDE = /[\p{Lu}mwœæ@%—]/gu;
/** What means something else where it is broken. */
const NUMBER = /^\D{0,3}\d[\d.,:'’]*\D{0,3}$/u;

export interface TableLayout extends Fit {
  /** How many steps of making room it took. */
  step: number;
  /** Shares of the width; empty where the columns may be as narrow as their text. */
  widths: number[];
  /** Letters that fit each column. */
  letters: number[];
  /** Columns that are too narrow for a word in them. */
  hyphenated: boolean[];
  /** Columns that stand beside each other; several groups where not all fit a page. */
  groups: number[][];
}

interface Column {
  longestWord: number;
  longestCell: number;
  /** What has to fit beside each other, in letters: numbers, and words as far as they are not hyphenated. */
  least: number;
}

export interface LayoutOptions {
  /** How much wider the lines of a table are than those counted. */
  room: { table: number; turnedTable: number };
  /** What each column takes of the width, where that was chosen. */
  chosen?: number[] | undefined;
  mayTurn: boolean;
  mayPart: boolean;
  /** Columns at the left that are repeated beside each group. */
  labels: number;
  /** The least number of steps to take. */
  step: number;
}

/**
 * As it was chosen, else by the longest word and the amount of text; cells that span columns say nothing of one of
 * them. Letters become smaller, then the page is turned (where it may be), then columns go below each other, so
 * that no number is ever broken.
 */
export function layOut(cells: PlacedCell[], columns: number, options: LayoutOptions): TableLayout {
  const measured = measure(cells, columns);
  const { table, turnedTable } = options.room;
  const fits = [...UPRIGHT, ...(options.mayTurn ? TURNED : [SMALL])].map((fit) =>
    // A part of a letter makes no room for one.
    Object.assign({}, fit, { line: Math.floor(fit.line * (fit.turned ? turnedTable : table) + 1e-6) }),
  );
  const least = measured.map((column) => column.least);
  const enough = fits.findIndex(({ line }, step) => {
    return (
      step >= Math.max(options.step, columns > MANY_COLUMNS ? 1 : 0) && sum(least) + columns * PADDING <= line
    );
  });
  const step = enough === -1 ? fits.length - 1 : enough;
  const fit = { ...fits[step]!, step };
  const space = fit.line - columns * PADDING;
  const groups = sum(least) <= space || !options.mayPart ? [] : parted(least, fit.line, options.labels);
  if (groups.length > 1) return { ...fit, ...narrow(measured), groups };
  const all = [least.map((_width, x) => x)];
  if (options.chosen?.length === columns) {
    const wanted = options.chosen.map((width) => (space * width) / sum(options.chosen!));
    const letters = sum(least) > space ? wanted : raised(wanted, least, space);
    return { ...fit, ...given(letters, measured), groups: all };
  }
  const natural = sum(measured.map(({ longestCell }) => Math.max(longestCell, MIN_WIDTH) + PADDING));
  if (natural <= fit.line) return { ...fit, ...narrow(measured), groups: all };
  return { ...fit, ...given(shared(space, measured), measured), groups: all };
}

function narrow(measured: Column[]): Pick<TableLayout, 'widths' | 'letters' | 'hyphenated'> {
  return {
    widths: [],
    letters: measured.map(({ longestCell }) => longestCell),
    hyphenated: measured.map(() => false),
  };
}

function given(
  letters: number[],
  measured: Column[],
): Pick<TableLayout, 'widths' | 'letters' | 'hyphenated'> {
  return {
    widths: letters.map((width) => Math.round((width + PADDING) * 100) / 100),
    letters,
    hyphenated: letters.map((width, x) => width < measured[x]!.longestWord),
  };
}

function measure(cells: PlacedCell[], columns: number): Column[] {
  const measured = Array.from({ length: columns }, () => ({ longestWord: 0, longestCell: 0, least: 0 }));
  for (const { x, colSpan, cell } of cells) {
    if (colSpan > 1) continue;
    const column = measured[x]!;
    const text = textOf(cell.children);
    column.longestCell = Math.max(column.longestCell, widthOf(text));
    for (const word of text.split(/\s+|(?<=[-–/])/u)) {
      const width = BREAKS_ANYWHERE.test(word) ? Math.min(UNBREAKABLE, widthOf(word)) : widthOf(word);
      column.longestWord = Math.max(column.longestWord, width);
      column.least = Math.max(column.least, NUMBER.test(word) ? width : Math.min(width, HYPHENATED));
    }
  }
  return measured;
}

/** As few groups as can be, of about the same width, each behind the columns that label the rows. */
function parted(least: number[], line: number, labels: number): number[][] {
  const widths = least.map((width) => width + PADDING);
  const room = line - sum(widths.slice(0, labels));
  const rest = widths.slice(labels);
  const count = filled(rest, room).length;
  const even = sum(rest) / count + Math.max(...rest) / 2;
  const tried = filled(rest, Math.min(room, even));
  const head = Array.from({ length: labels }, (_label, x) => x);
  return (tried.length === count ? tried : filled(rest, room)).map((group) => [
    ...head,
    ...group.map((x) => x + labels),
  ]);
}

/** Numbers of columns, in groups that `room` is enough for; one that is wider stands alone. */
function filled(widths: number[], room: number): number[][] {
  const groups: number[][] = [];
  let left = 0;
  for (const [x, width] of widths.entries()) {
    if (groups.length === 0 || width > left) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)!.push(x);
    left -= width;
  }
  return groups;
}

/** What is wanted, but nothing below the least: what that takes is taken from the others. */
function raised(wanted: number[], least: number[], space: number): number[] {
  const over = wanted.map((width, x) => Math.max(0, width - least[x]!));
  const spare = space - sum(least);
  const whole = sum(over);
  return least.map((width, x) => width + (whole === 0 ? spare / least.length : (spare * over[x]!) / whole));
}

/** `space` parted by what the columns want; each gets what it needs where that is possible. */
function shared(space: number, measured: Column[]): number[] {
  const wanted = measured.map(({ longestCell, longestWord }) =>
    Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.max(longestWord, Math.round(Math.sqrt(longestCell) * 3)))),
  );
  const words = measured.map(({ longestWord }) => longestWord);
  const lines = measured.map(({ longestCell }, x) => (longestCell > ONE_LINE ? words[x]! : longestCell));
  const needed = [lines, words].find((widths) => sum(widths) <= space) ?? measured.map(({ least }) => least);
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

/** Of a block itself and all in it. */
export function blockText(block: Block): string {
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
