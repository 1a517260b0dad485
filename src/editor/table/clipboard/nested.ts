/** Tables in tables, and those that only lay out a page, in pasted HTML. */

/** Leaves no table in another: what lays out a page is taken apart, the others become lines of the cell. */
export function untangleTables(document: Document): void {
  for (const table of document.querySelectorAll('table')) if (isLayout(table)) takeApart(table, document);
  for (const table of document.querySelectorAll('table table'))
    table.replaceWith(...linesOf(table, document));
}

/** The words of an element, with single spaces. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/[\s\u00A0]+/gu, ' ').trim();
}

/** One cell among other things, or one below the other with tables in them, as mails have them. */
function isLayout(table: HTMLTableElement): boolean {
  const cells = [...table.rows].map((row) => row.cells.length);
  if (cells.some((count) => count > 1))
    return ['presentation', 'none'].includes(table.getAttribute('role') ?? '');
  if (table.querySelector('table') !== null) return true;
  const isAlone = textOf(table) === textOf(table.ownerDocument.body);
  return cells.length === 1 && !isAlone;
}

function takeApart(table: HTMLTableElement, document: Document): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  table.replaceWith(
    ...[...(table.caption === null ? [] : [table.caption]), ...cells].map((cell) => blockOf(cell, document)),
  );
}

function blockOf(element: Element, document: Document): HTMLElement {
  const block = document.createElement('div');
  block.append(...element.childNodes);
  return block;
}

const BLOCKS = 'p, div, ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6';

/** A table in a cell: a line for each row, cells parted by a stroke as nothing else is left to part them. */
function linesOf(table: Element, document: Document): HTMLElement[] {
  const rows = [...table.querySelectorAll(':scope > * > tr, :scope > tr, :scope > caption')];
  return rows.flatMap((row) => {
    const cells = (row.tagName === 'CAPTION' ? [row] : [...row.children]).filter(
      (cell) => textOf(cell) !== '',
    );
    if (cells.some((cell) => cell.querySelector(BLOCKS) !== null))
      return cells.map((cell) => blockOf(cell, document));
    const line = document.createElement('p');
    for (const [x, cell] of cells.entries()) {
      if (x > 0) line.append(' | ');
      line.append(...cell.childNodes);
    }
    return cells.length === 0 ? [] : [line];
  });
}
