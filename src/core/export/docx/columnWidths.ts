/** How wide the columns of a table are. */
import { displayWidth } from '../displayWidth.ts';
import type { Directed, FlowTable } from '../flow/flow.ts';
import { flowText } from '../flow/walk.ts';

/**
 * Of a letter in a table, and of what stands beside the text of a cell; in twips. Wide enough for the letters that stand
 * in where a computer has none of those asked for.
 */
const LETTER = 118;
const MARGINS = 260;
/** Letters that no column is narrower than, and that a column asks for at most. */
const LEAST = 4;
const MOST = 42;
/** A cell of up to so many letters is set on one line where there is room for it. */
const ONE_LINE = 18;
/** A longer word is broken where there is no room. */
const LONGEST_WORD = 22;

/**
 * In twips: as they were chosen; else as wide as their text where all fit `room`, and where they do not, what the
 * longest words take and of the rest by the amount of text. Cells that span columns say nothing of one of them.
 */
export function columnWidths(table: Directed<FlowTable>, room: number): number[] {
  if (table.widths !== null) return shared(table.widths, room);
  const columns = Array.from({ length: table.columns }, () => ({ word: LEAST, text: LEAST }));
  for (const { x, colSpan, blocks } of table.cells) {
    if (colSpan > 1) continue;
    const text = flowText(blocks).trim();
    const column = columns[x]!;
    column.text = Math.max(column.text, displayWidth(text));
    for (const word of text.split(/\s+|(?<=[-–/])/u))
      column.word = Math.max(column.word, Math.min(LONGEST_WORD, displayWidth(word)));
  }
  const natural = columns.map(({ text }) => text * LETTER + MARGINS);
  // Word and LibreOffice do not put one that is read from the right, and is narrower, at the same side.
  if (sum(natural) <= room) return table.dir === 'rtl' ? shared(natural, room) : natural;
  const words = columns.map(({ word }) => word * LETTER + MARGINS);
  const lines = columns.map(({ text }, x) => (text > ONE_LINE ? words[x]! : natural[x]!));
  const least = [lines, words].find((widths) => sum(widths) < room);
  if (least === undefined) return shared(words, room);
  const wants = columns.map(({ text }, x) => {
    const given = (least[x]! - MARGINS) / LETTER;
    return Math.max(0, Math.min(MOST, Math.sqrt(text) * 3.5) - given) + 0.1;
  });
  const spare = room - sum(least);
  return least.map((width, x) => Math.floor(width + (spare * wants[x]!) / sum(wants)));
}

/** How many letters fit a line of a cell of this width, in twips. */
export function lettersIn(width: number): number {
  return (width - MARGINS) / LETTER;
}

function shared(shares: readonly number[], room: number): number[] {
  return shares.map((share) => Math.max(1, Math.floor((room * share) / sum(shares))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
