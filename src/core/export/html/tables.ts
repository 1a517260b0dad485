/** Tables as HTML. */
import type { Direction } from '#domain/document/ast.ts';
import { figureLabels } from '#domain/document/figures.ts';
import type { FlowCaption, FlowCell, FlowTable } from '../flow/flow.ts';
import { flowText } from '../flow/walk.ts';
import { blocksHtml, captionHtml, idOf } from './blocks.ts';
import type { Page } from './spans.ts';
import { tag } from './tags.ts';

/** A table with more columns may be wider than the window, and moves in a frame of its own. */
const MAX_COLUMNS = 5;

/** A word that may be broken, so that it does not make the table wider than the page. */
const LONG_WORD = /\S{30}/u;

/** `dir` where it is not that of what it stands in; a caption of its own is one above it. */
export function tableHtml(
  table: FlowTable,
  dir: Direction | undefined,
  page: Page,
  caption?: FlowCaption,
): string {
  const above =
    caption === undefined ? '' : tag('caption', { id: idOf(caption) }, captionHtml(caption, page));
  const rows = Array.from({ length: table.rows }, (_unused, y) =>
    tag('tr', {}, ...table.cells.filter((cell) => cell.y === y).map((cell) => cellHtml(cell, table, page))),
  );
  const head = rows.slice(0, table.headRows);
  const body = rows.slice(table.headRows);
  const written = tag(
    'table',
    { dir },
    above,
    columns(table),
    head.length === 0 ? '' : tag('thead', {}, ...head),
    body.length === 0 ? '' : tag('tbody', {}, ...body),
  );
  if (table.columns <= MAX_COLUMNS) return written;
  const label = caption?.name ?? figureLabels(page.language).table;
  return tag('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': label }, written);
}

function columns({ widths }: FlowTable): string {
  if (widths === null) return '';
  const total = widths.reduce((sum, width) => sum + width, 0);
  const share = (width: number): number => Math.round((width / total) * 10_000) / 100;
  return tag('colgroup', {}, ...widths.map((width) => tag('col', { style: `width: ${share(width)}%` })));
}

function cellHtml(cell: FlowCell, { headRows }: FlowTable, page: Page): string {
  const { y, colSpan, rowSpan, header, align, blocks } = cell;
  // An empty header says nothing of its column or row.
  const text = flowText(blocks);
  const isHeader = header && /\S/u.test(text);
  const heads = y < headRows ? 'col' : 'row';
  const several = heads === 'col' ? colSpan > 1 : rowSpan > 1;
  return tag(
    isHeader ? 'th' : 'td',
    {
      scope: isHeader ? `${heads}${several ? 'group' : ''}` : undefined,
      class: LONG_WORD.test(text) ? 'long' : undefined,
      colspan: colSpan > 1 ? colSpan : undefined,
      rowspan: rowSpan > 1 ? rowSpan : undefined,
      style: align === undefined ? undefined : `text-align: ${align}`,
    },
    blocksHtml(blocks, page),
  );
}
