/** Pandoc's grid tables, whose cells hold blocks. https://pandoc.org/MANUAL.html#extension-grid_tables */
import type { BlockContent } from 'mdast';
import type { Block } from '#domain/document/ast.ts';
import { displayWidth } from '../displayWidth.ts';
import { columnAlignments, tableGrid, type TableGrid } from '../tableGrid.ts';
import { type Notes, writeBlocks } from './blocks.ts';
import { html } from './inlines.ts';
import { markdownText } from './markdownText.ts';

/** Cells that span others are followed by empty ones. The first row is the head where it is one. */
export function writeGridTable(grid: TableGrid, notes: Notes): BlockContent[] {
  const rows = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.columns }, (): string[] => []),
  );
  for (const { x, y, cell } of grid.cells) rows[y]![x] = linesOf(cell.children, notes);
  const widths = Array.from({ length: grid.columns }, (_column, x) =>
    Math.max(3, ...rows.flatMap((cells) => cells[x]!.map(displayWidth))),
  );
  const aligns = columnAlignments(grid);
  const border = (sign: string, aligned: boolean): string =>
    `+${widths
      .map((width, x) => {
        const side = aligned ? aligns[x] : null;
        const left = side === 'left' || side === 'center' ? ':' : sign;
        const right = side === 'right' || side === 'center' ? ':' : sign;
        return left + sign.repeat(width) + right;
      })
      .join('+')}+`;
  const hasHead = grid.headRows > 0;
  const lines = [border('-', !hasHead)];
  for (const [y, cells] of rows.entries()) {
    const height = Math.max(1, ...cells.map((cell) => cell.length));
    for (let line = 0; line < height; line += 1)
      lines.push(`| ${cells.map((cell, x) => padded(cell[line] ?? '', widths[x]!)).join(' | ')} |`);
    lines.push(border(y === 0 && hasHead ? '=' : '-', y === 0 && hasHead));
  }
  return [html(lines.join('\n'))];
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(width - displayWidth(line));
}

function linesOf(blocks: Block[], notes: Notes): string[] {
  const children = writeBlocks(blocks.flatMap(withoutTables), notes);
  if (children.length === 0) return [];
  const text = markdownText({ type: 'root', children }, 'pandoc');
  return text.trimEnd().split('\n');
}

/** Of a table in a cell the blocks, one below the other. */
function withoutTables(block: Block): Block[] {
  if (block.type !== 'table') return [block];
  return tableGrid(block).cells.flatMap(({ cell }) => cell.children.flatMap(withoutTables));
}
