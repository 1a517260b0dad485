/** Tables as aligned columns of plain text. */
import type { Align } from '#domain/document/ast.ts';
import { displayWidth } from '../displayWidth.ts';
import type { FlowTable } from '../flow/flow.ts';
import { blockLines, type Setting } from './blocks.ts';
import { wrapped } from './wrap.ts';

/** Columns of a line of mail (RFC 5322, 2.1.1), which a table keeps to where its words let it. */
const LINE = 78;
const GAP = '  ';
/** A longer word does not make its column wider than the others let it. */
const LONGEST_WORD = 20;

interface Placed {
  x: number;
  y: number;
  colSpan: number;
  align: Align | undefined;
  lines: string[];
}

export function tableLines(table: FlowTable, setting: Setting): string[] {
  const cells = table.cells.map(({ x, y, colSpan, align, blocks }): Placed => {
    // Blocks in a cell need no empty lines between them.
    const lines = blockLines(blocks, setting).filter((line) => line !== '');
    return { x, y, colSpan, align, lines };
  });
  const widths = columnWidths(cells, table.columns);
  const rows = Array.from({ length: table.rows }, (_unused, y) =>
    rowLines(
      cells.filter((cell) => cell.y === y),
      widths,
    ),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  const isLoose = rows.some((row) => row.length > 1);
  return rows.flatMap((row, y) => {
    if (y === table.headRows && y > 0) return [rule, ...row];
    return isLoose && y > table.headRows ? ['', ...row] : row;
  });
}

/** What the text asks for; where that is too much, what the longest words ask for, and shares of the rest. */
function columnWidths(cells: readonly Placed[], columns: number): number[] {
  const natural = Array.from({ length: columns }, () => 1);
  const least = Array.from({ length: columns }, () => 1);
  for (const { x, colSpan, lines } of cells) {
    if (colSpan > 1) continue;
    for (const line of lines) {
      natural[x] = Math.max(natural[x]!, displayWidth(line));
      for (const word of line.split(' '))
        least[x] = Math.max(least[x]!, Math.min(LONGEST_WORD, displayWidth(word)));
    }
  }
  const room = LINE - GAP.length * (columns - 1);
  if (sum(natural) <= room) return natural;
  const spare = Math.max(0, room - sum(least));
  const wants = natural.map((width, x) => Math.sqrt(width - least[x]!));
  const whole = sum(wants);
  return least.map((width, x) => {
    const more = whole === 0 ? 0 : Math.floor((spare * wants[x]!) / whole);
    return Math.min(natural[x]!, width + more);
  });
}

function rowLines(cells: readonly Placed[], widths: readonly number[]): string[] {
  const parts: { width: number; align: Align | undefined; lines: string[] }[] = [];
  for (let x = 0; x < widths.length;) {
    const cell = cells.find((each) => each.x === x);
    const colSpan = cell?.colSpan ?? 1;
    const width = sum(widths.slice(x, x + colSpan)) + GAP.length * (colSpan - 1);
    const lines = (cell?.lines ?? []).flatMap((line) => wrapped(line, width));
    parts.push({ width, align: cell?.align, lines });
    x += colSpan;
  }
  const height = Math.max(1, ...parts.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_unused, index) =>
    parts
      .map(({ width, align, lines }) => padded(lines[index] ?? '', width, align))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(text: string, width: number, align: Align | undefined): string {
  const space = Math.max(0, width - displayWidth(text));
  if (align === 'right' || align === 'end') return ' '.repeat(space) + text;
  const before = align === 'center' ? Math.floor(space / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(space - before);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
