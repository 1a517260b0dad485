/** Where the text of a column stands. Stored as the `format` of its cells. Only inside a read or an update. */
import type { TableCellNode } from '@lexical/table';
import { $isElementNode, type ElementFormatType } from 'lexical';
import { $areaCells, $cellsAreSelected, $cellsOf, type Area } from './grid.ts';
import { $headers } from './headers.ts';
import { isNumber } from './numbers.ts';

export type Alignment = 'left' | 'center' | 'right';

/** The cells that are selected, or the columns of the caret. */
export function $align(area: Area, alignment: Alignment): void {
  const { table } = area;
  const wanted = $cellsAreSelected() ? area : { ...area, top: 0, bottom: table.getChildrenSize() - 1 };
  for (const cell of $areaCells(wanted)) $alignCell(cell, alignment);
}

export function $alignCell(cell: TableCellNode, format: ElementFormatType): void {
  if (cell.getFormatType() !== format) cell.setFormat(format);
  for (const child of cell.getChildren())
    if ($isElementNode(child) && child.getFormatType() !== '') child.setFormat('');
}

/** The alignment of the first selected cell. */
export function $alignment({ table, top, left }: Area): Alignment {
  const format = $cellsOf(table)[top]?.[left]?.getFormatType();
  return format === 'center' || format === 'right' ? format : 'left';
}

/** Columns of numbers to the right, with their headings. */
export function $alignNumbers({ table }: Pick<Area, 'table'>): void {
  const cells = $cellsOf(table);
  const head = $headers(table).rows;
  for (let x = 0; x < (cells[0]?.length ?? 0); x += 1) {
    const body = cells.slice(head).map((row) => row[x]?.getTextContent().trim() ?? '');
    if (!isNumberColumn(body)) continue;
    for (const row of cells) $alignCell(row[x]!, 'right');
  }
}

/** Whether all that is written in some cells are numbers; dashes and the like stand for one that is not known. */
export function isNumberColumn(texts: readonly string[]): boolean {
  const written = texts.filter((text) => !/^(?:[-–—.…?]*|n\/?a|k\.? ?A\.?)$/iu.test(text));
  return written.length > 0 && written.every(isNumber);
}
