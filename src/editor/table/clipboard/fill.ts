/** Pasting cells into a table. Only inside an update. */
import type { TableNode } from '@lexical/table';
import { $copyTree } from '../../footnote/copy.ts';
import { $alignCell } from '../align.ts';
import { $fillCell } from '../cells.ts';
import { $addColumns } from '../columns.ts';
import { $areaCells, $cellAt, $cellsAreSelected, $cellsOf, type Area } from '../grid.ts';
import { $addRows } from '../rows.ts';

/**
 * Fills cells from the first selected one on, and adds the rows and columns that are missing. One cell fills all
 * that are selected. The table keeps its header, and columns that are aligned stay so.
 */
export function $fillTable(area: Area, source: TableNode): void {
  const { table, top, left } = area;
  const cells = $cellsOf(source);
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  if (height * width === 1 && $cellsAreSelected()) return $fillAll(area, source);
  const missingRows = top + height - table.getChildrenSize();
  if (missingRows > 0) $addRows(area, table.getChildrenSize(), missingRows);
  const columns = table.getColumnCount();
  if (left + width > columns) $addColumns(area, columns, left + width - columns);
  const target = $cellsOf(table);
  for (const [y, row] of cells.entries())
    for (const [x, cell] of row.entries()) {
      const at = target[top + y]![left + x]!;
      $fillCell(at, cell.getChildren());
      if (at.getFormatType() === '' && cell.getFormatType() !== '') $alignCell(at, cell.getFormatType());
    }
  $cellAt(table, top + height - 1, left + width - 1)?.selectEnd();
}

function $fillAll(area: Area, source: TableNode): void {
  const content = $cellAt(source, 0, 0)?.getChildren() ?? [];
  const cells = $areaCells(area);
  for (const cell of cells) $fillCell(cell, content.map($copyTree));
  cells.at(-1)?.selectEnd();
}
