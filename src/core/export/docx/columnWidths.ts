/** How large the letters of a table are, how wide its columns, and whether it stands on a page that is turned. */
import { displayWidth } from '../displayWidth.ts';
import type { Directed, FlowTable } from '../flow/flow.ts';
import { flowText } from '../flow/walk.ts';

/** The sizes that a table is set in, the largest first. */
export interface TableSize {
  /** The id of its style, and what Word calls that. */
  style: string;
  name: string;
  halfPoints: number;
  /**
   * Of a letter, and of what stands beside the text of a cell; in twips. Wide enough for the letters that stand in where
   * a computer has none of those asked for.
   */
  letter: number;
  margins: number;
  /** At each side of a cell's text, in twips. */
  beside: number;
}
export const TABLE_SIZES: readonly [TableSize, TableSize, TableSize] = [
  { style: 'BriefTable', name: 'Brief Table', halfPoints: 19, letter: 118, margins: 260, beside: 90 },
  {
    style: 'BriefTableSmall',
    name: 'Brief Table Small',
    halfPoints: 16,
    letter: 100,
    margins: 180,
    beside: 60,
  },
  {
    style: 'BriefTableSmallest',
    name: 'Brief Table Smallest',
    halfPoints: 13,
    letter: 81,
    margins: 140,
    beside: 45,
  },
];

/** Where a table could stand, and how wide that is, in twips. */
interface Fit {
  size: TableSize;
  room: number;
  turned: boolean;
}

export interface TableLook extends Fit {
  widths: number[];
}

/** Letters that no column is narrower than, and that a column asks for at most. */
const LEAST = 4;
const MOST = 42;
/** A cell of up to so many letters is set on one line where there is room for it. */
const ONE_LINE = 18;
/** A longer word is broken where there is no room. */
const LONGEST_WORD = 22;

interface Column {
  /** Letters of its longest word, of its longest number, which means something else where it is broken, and of its longest cell. */
  word: number;
  number: number;
  text: number;
}

/**
 * Upright in letters as large as can be, else smaller, else on a page that is turned, so that no word is broken where
 * that can be helped. `turned` is the room there; null where no page can be turned for it.
 */
export function tableLook(table: Directed<FlowTable>, room: number, turned: number | null): TableLook {
  const [large, small, smallest] = TABLE_SIZES;
  const upright = [large, small].map((size): Fit => ({ size, room, turned: false }));
  const last: Fit[] =
    turned === null
      ? [{ size: smallest, room, turned: false }]
      : [small, smallest].map((size) => ({ size, room: turned, turned: true }));
  const fits = turned === room ? last : [...upright, ...last];
  const columns = columnsOf(table);
  const fit = fits.find((each) => sum(leastOf(columns, each.size)) <= each.room) ?? fits.at(-1)!;
  return { ...fit, widths: columnWidths(table, columns, fit) };
}

/** Cells that span columns say nothing of one of them. */
function columnsOf({ columns: count, cells }: FlowTable): Column[] {
  const columns = Array.from({ length: count }, () => ({
    word: LEAST,
    number: LEAST,
    text: LEAST,
  }));
  for (const { x, colSpan, blocks } of cells) {
    if (colSpan > 1) continue;
    const text = flowText(blocks).trim();
    const column = columns[x]!;
    column.text = Math.max(column.text, displayWidth(text));
    for (const word of text.split(/\s+|(?<=[-–/])/u)) {
      const width = Math.min(LONGEST_WORD, displayWidth(word));
      column.word = Math.max(column.word, width);
      if (/\d/u.test(word)) column.number = Math.max(column.number, width);
    }
  }
  return columns;
}

function leastOf(columns: readonly Column[], { letter, margins }: TableSize): number[] {
  return columns.map(({ word }) => word * letter + margins);
}

/**
 * In twips: as they were chosen; else as wide as their text where all fit, and where they do not, what the longest words
 * take and of the rest by the amount of text.
 */
function columnWidths(table: Directed<FlowTable>, columns: readonly Column[], { size, room }: Fit): number[] {
  if (table.widths !== null) return shared(table.widths, room);
  const { letter, margins } = size;
  const natural = columns.map(({ text }) => text * letter + margins);
  // Word and LibreOffice do not put one that is read from the right, and is narrower, at the same side.
  if (sum(natural) <= room) return table.dir === 'rtl' ? shared(natural, room) : natural;
  const words = leastOf(columns, size);
  const lines = columns.map(({ text }, x) => (text > ONE_LINE ? words[x]! : natural[x]!));
  const numbers = columns.map(({ number }) => number * letter + margins);
  const least = [lines, words, numbers].find((widths) => sum(widths) < room);
  if (least === undefined) return shared(words, room);
  const isTight = least === numbers;
  const wants = columns.map(({ word, text }, x) => {
    const given = lettersIn(least[x]!, size);
    return Math.max(0, (isTight ? word : Math.min(MOST, Math.sqrt(text) * 3.5)) - given) + 0.1;
  });
  const spare = room - sum(least);
  return least.map((width, x) => Math.floor(width + (spare * wants[x]!) / sum(wants)));
}

/** How many letters fit a line of a cell of this width, in twips. */
export function lettersIn(width: number, { letter, margins }: TableSize): number {
  return (width - margins) / letter;
}

function shared(shares: readonly number[], room: number): number[] {
  return shares.map((share) => Math.max(1, Math.floor((room * share) / sum(shares))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
