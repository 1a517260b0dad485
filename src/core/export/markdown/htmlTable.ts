/** Tables where Markdown has none: HTML, with the blocks of each cell as Markdown between blank lines. */
import type { BlockContent } from 'mdast';
import type { TableGrid, PlacedCell } from '../tableGrid.ts';
import { type Notes, writeBlocks } from './blocks.ts';
import { html } from './inlines.ts';

/** A blank line ends a block of HTML (CommonMark 0.31, 4.6, kind 6), so that what follows is read as Markdown. */
export function writeHtmlTable(grid: TableGrid, notes: Notes): BlockContent[] {
  const blocks: BlockContent[] = [];
  let open = '<table>';
  for (let y = 0; y < grid.rows; y += 1) {
    open += '\n<tr>';
    for (const placed of grid.cells.filter((each) => each.y === y)) {
      const name = placed.cell.header ? 'th' : 'td';
      open += `\n<${name}${attributesOf(placed)}>`;
      const inside = writeBlocks(placed.cell.children, notes);
      if (inside.length > 0) {
        blocks.push(html(open), ...inside);
        open = `</${name}>`;
      } else open += `</${name}>`;
    }
    open += '\n</tr>';
  }
  return [...blocks, html(`${open}\n</table>`)];
}

function attributesOf({ colSpan, rowSpan, cell: { align } }: PlacedCell): string {
  const side = align === 'end' ? 'right' : align === 'start' ? 'left' : align;
  return [
    ...(colSpan > 1 ? [` colspan="${colSpan}"`] : []),
    ...(rowSpan > 1 ? [` rowspan="${rowSpan}"`] : []),
    ...(side === undefined ? [] : [` align="${side}"`]),
  ].join('');
}
