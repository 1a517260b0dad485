/** Which rows of a table stay on one page. */
import { displayWidth } from './displayWidth.ts';

/** Well below what any page holds of any size of letters: a row that is higher has to be parted somewhere. */
const MOST_LINES = 14;

interface Row {
  y: number;
  rowSpan: number;
  /** About how many it takes. */
  lines: number;
}

/** What blocks are looked at by. */
export interface Reader<Block> {
  inside: (block: Block) => readonly Block[];
  text: (block: Block) => string;
}

/** Those of few lines; what a cell of several rows holds has room in all of them. */
export function wholeRows(rows: number, cells: readonly Row[]): Set<number> {
  const whole = new Set(Array.from({ length: rows }, (_row, y) => y));
  for (const { y, rowSpan, lines } of cells) if (rowSpan === 1 && lines > MOST_LINES) whole.delete(y);
  return whole;
}

/** The lines of some blocks where `letters` fit one; infinite where a picture or a table is among them. */
export function linesOf<Block extends { type: string }>(
  blocks: readonly Block[],
  letters: number,
  reader: Reader<Block>,
): number {
  return blocks.reduce((total, block) => {
    if (UNKNOWN_HEIGHT.has(block.type)) return Infinity;
    const inside = reader.inside(block);
    if (inside.length > 0) return total + linesOf(inside, letters, reader);
    return reader
      .text(block)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, letters))), total);
  }, 0);
}

const UNKNOWN_HEIGHT = new Set(['picture', 'figure', 'table']);
