/**
 * Makes pasted HTML tables rectangles of single cells, in place: merged cells are parted with their words in the
 * first one, what is hidden goes, tables that only lay out a page are taken apart, tables in cells become lines. Says by attributes what the editor takes over:
 * `width` on `col`, `align` and `data-head` (Lexical's header state) on cells.
 */
import { MAX_COLUMNS } from '../columns.ts';
import { CAPTION } from '../../paste/marked.ts';
import { headerState } from '../headers.ts';
import { isNumber } from '../numbers.ts';
import { textOf, untangleTables } from './nested.ts';

/** On cells that were parts of a merged one. */
const COVERED = 'data-covered';

export function tidyTables(document: Document): void {
  inlineExcelStyles(document);
  untangleTables(document);
  for (const table of document.querySelectorAll('table')) tidyTable(table, document);
}

/** Excel writes the looks of cells as classes; only inline ones are read. */
function inlineExcelStyles(document: Document): void {
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  for (const [, name, looks] of css.matchAll(/\.(xl\d+)\s*\{([^}]*)\}/gu))
    for (const cell of document.querySelectorAll<HTMLElement>(`td.${name}`))
      for (const [, property, value] of looks!.matchAll(
        /(font-weight|font-style|text-align|text-decoration):([^;}]+)/gu,
      ))
        if (cell.style.getPropertyValue(property!) === '') cell.style.setProperty(property!, value!.trim());
}

function tidyTable(table: HTMLTableElement, document: Document): void {
  const grid = gridOf(table, document);
  if (grid.length === 0 || grid[0]!.length === 0) return table.replaceWith(...table.childNodes);
  const caption = table.querySelector(':scope > caption');
  if (caption !== null && caption.textContent?.trim() !== '') {
    const words = paragraphOf(caption, document);
    words.setAttribute(CAPTION, '');
    table.before(words);
  }
  const widths = widthsOf(table, grid[0]!.length);
  const heads = headsOf(grid);
  const body = document.createElement('tbody');
  for (const [y, cells] of grid.entries()) {
    const row = document.createElement('tr');
    for (const [x, cell] of cells.entries()) {
      cell.setAttribute('data-head', String(headerState(y < heads.rows, x < heads.columns)));
      const align = alignOf(cell);
      if (align === null) cell.removeAttribute('align');
      else cell.setAttribute('align', align);
      cell.style.removeProperty('vertical-align');
      for (const name of ['colspan', 'rowspan', 'scope']) cell.removeAttribute(name);
      row.append(cell);
    }
    body.append(row);
  }
  const colgroup = document.createElement('colgroup');
  for (const width of widths) {
    const col = document.createElement('col');
    col.setAttribute('width', String(width));
    colgroup.append(col);
  }
  table.replaceChildren(...(widths.length > 0 ? [colgroup] : []), body);
}

function gridOf(table: HTMLTableElement, document: Document): HTMLTableCellElement[][] {
  const rows = [...table.rows].filter((row) => !isHidden(row));
  const grid: HTMLTableCellElement[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.cells) {
      if (isHidden(cell)) continue;
      while (grid[y]![x] !== undefined) x += 1;
      const down = cell.rowSpan === 0 ? rows.length : cell.rowSpan;
      for (let dy = 0; dy < down && y + dy < rows.length; dy += 1)
        for (let dx = 0; dx < Math.min(cell.colSpan, MAX_COLUMNS); dx += 1)
          grid[y + dy]![x + dx] ??= dy + dx === 0 ? cell : likeEmpty(cell, document);
      x += 1;
    }
  }
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  return grid.map((cells) =>
    Array.from({ length: width }, (_cell, x) => cells[x] ?? document.createElement('td')),
  );
}

function likeEmpty(cell: HTMLTableCellElement, document: Document): HTMLTableCellElement {
  const empty = document.createElement(isHead(cell) ? 'th' : 'td');
  empty.toggleAttribute(COVERED, true);
  return empty;
}

function isHidden(element: HTMLElement): boolean {
  return element.style.display === 'none' || /mso-hide:\s*all/iu.test(element.getAttribute('style') ?? '');
}

/** In whatever unit they are; none where not every column has one, or all are the same. */
function widthsOf(table: HTMLTableElement, columns: number): number[] {
  const cols = [
    ...table.querySelectorAll<HTMLElement>(':scope > colgroup, :scope > colgroup > col, :scope > col'),
  ];
  const widths = cols.flatMap((col) => {
    const isGroup = col.tagName === 'COLGROUP';
    const width = Number.parseFloat(col.style.width) || Number.parseFloat(col.getAttribute('width') ?? '');
    if (isGroup && (col.children.length > 0 || !(width > 0))) return [];
    const span = Number(col.getAttribute('span') ?? 1);
    return Array.from({ length: Math.min(Math.max(span, 1), MAX_COLUMNS) }, () => width);
  });
  const usable = widths.slice(0, columns);
  if (usable.length < columns || !usable.every((width) => width > 0)) return [];
  const sum = usable.reduce((total, width) => total + width, 0);
  return Math.max(...usable) - Math.min(...usable) < sum / 100
    ? []
    : usable.map((width) => Math.max(1, Math.round((width / sum) * 10_000)));
}

/** As they are marked; else a first row that is bold, or that names columns of numbers. */
function headsOf(grid: HTMLTableCellElement[][]): { rows: number; columns: number } {
  const firstOther = grid.findIndex((row) => !row.every(isHead));
  const rows = firstOther === -1 ? 1 : firstOther;
  let columns = 0;
  while (columns < grid[0]!.length - 1 && grid.every((row) => row[columns]!.tagName === 'TH')) columns += 1;
  if (rows > 0 || columns > 0 || grid.length < 2) return { rows: grid.length < 2 ? 0 : rows, columns };
  const [first = [], ...others] = grid;
  return { rows: namesColumns(first, others) ? 1 : 0, columns: 0 };
}

function isHead(cell: HTMLTableCellElement): boolean {
  return cell.tagName === 'TH' || cell.closest('thead') !== null;
}

function namesColumns(first: HTMLTableCellElement[], others: HTMLTableCellElement[][]): boolean {
  const words = first.map((cell) => textOf(cell));
  if (first.some((cell, x) => words[x] === '' && !cell.hasAttribute(COVERED)) || first.length < 2)
    return false;
  const isBold = (cell: HTMLTableCellElement): boolean => textOf(cell) === '' || boldIn(cell);
  if (first.every(isBold) && !others.every((row) => row.every(isBold))) return true;
  return (
    !words.some(isNumber) &&
    first.some((_cell, x) => {
      const below = others.map((row) => textOf(row[x]!)).filter((text) => text !== '');
      return below.length > 0 && below.every(isNumber);
    })
  );
}

function boldIn(cell: HTMLTableCellElement): boolean {
  if (/^(?:bold|[6-9]00)$/u.test(cell.style.fontWeight)) return true;
  const bold = cell.querySelector<HTMLElement>('b, strong, [style*="font-weight"]');
  return (
    bold !== null && bold.textContent?.trim() === textOf(cell) && !/normal|400/u.test(bold.style.fontWeight)
  );
}

/** The cell's own, else that of its only paragraph. */
function alignOf(cell: HTMLTableCellElement): string | null {
  const inner = cell.children.length === 1 ? (cell.firstElementChild as HTMLElement) : null;
  const values = [cell, inner].flatMap((element) => [
    element?.style?.textAlign,
    element?.getAttribute('align'),
  ]);
  const align = values.find((value) => value !== undefined && value !== null && value !== '')?.toLowerCase();
  if (align === 'right' || align === 'end') return 'right';
  return align === 'center' ? 'center' : null;
}

function paragraphOf(element: Element, document: Document): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(...element.childNodes);
  return paragraph;
}
