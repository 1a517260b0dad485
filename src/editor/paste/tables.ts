/** Reads the tables of a tidied page: rectangles of single cells, which say by attributes what they are. */
import type { StoredNode } from '#domain/document/stored.ts';
import { ELEMENT, paragraphOf, withoutBold } from './nodes.ts';
import type { Style } from './line.ts';
import { styleOf } from './style.ts';

type Reader = (element: Element, style: Style) => StoredNode[];

export function tableBlocks(table: HTMLTableElement, style: Style, read: Reader): StoredNode[] {
  const rows = [...table.rows].filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return read(table, style);
  const widths = [...table.querySelectorAll(':scope > colgroup > col')].map((col) =>
    Number(col.getAttribute('width')),
  );
  const children = rows.map((row) => ({
    type: 'tablerow',
    ...ELEMENT,
    children: [...row.cells].map((cell) => cellOf(cell, styleOf(row, style), read)),
  }));
  return [{ type: 'table', ...ELEMENT, ...(widths.length > 0 && { colWidths: widths }), children }];
}

function cellOf(cell: HTMLTableCellElement, style: Style, read: Reader): StoredNode {
  const headerState = Number(cell.getAttribute('data-head') ?? 0);
  const blocks = read(cell, styleOf(cell, style)).filter(({ type }) => type !== 'pageBreak');
  // The cells of a header are drawn bold by themselves.
  if (headerState > 0) for (const { children = [] } of blocks) withoutBold(children);
  return {
    type: 'tablecell',
    ...ELEMENT,
    format: cell.getAttribute('align') ?? '',
    headerState,
    colSpan: 1,
    rowSpan: 1,
    children: blocks.length === 0 ? [paragraphOf([])] : blocks,
  };
}
