/** Adding, deleting and moving rows. Only inside an update. */
import { $isTableRowNode } from '@lexical/table';
import { $emptyCell, $rowOf } from './cells.ts';
import { $cellAt, $cellsAreSelected, $cellsOf, $selectArea, $spansRows, type Area } from './grid.ts';
import { $headers, $setHeaders } from './headers.ts';
import { $removeTable } from './remove.ts';

/** As many as are selected. A row among header rows heads as well. Puts the caret in the first. */
export function $insertRows(area: Area, where: 'above' | 'below'): void {
  const { table, top, bottom, left } = area;
  const count = $spansRows(area) && $cellsAreSelected() ? bottom - top + 1 : 1;
  const at = where === 'above' ? top : bottom + 1;
  $addRows(area, at, count);
  $cellAt(table, at, left)?.selectStart();
}

/** Puts `count` rows before the row `at`, aligned as those beside them. */
export function $addRows({ table }: Pick<Area, 'table'>, at: number, count: number): void {
  const headers = $headers(table);
  const cells = $cellsOf(table);
  const model = cells[at] !== undefined && at < headers.rows ? cells[at] : (cells[at - 1] ?? cells[at] ?? []);
  const rows = Array.from({ length: count }, () => $rowOf(model.map((cell) => $emptyCell(0, cell))));
  table.splice(at, 0, rows);
  $setHeaders(table, { ...headers, rows: at < headers.rows ? headers.rows + count : headers.rows });
}

/** The table goes with its last row. Puts the caret in what follows. */
export function $deleteRows({ table, top, bottom, left }: Area): void {
  const count = bottom - top + 1;
  if (count === table.getChildrenSize()) return $removeTable(table);
  const next = $cellAt(table, bottom + 1, left) ?? $cellAt(table, top - 1, left);
  next?.selectEnd();
  for (const row of table.getChildren().slice(top, bottom + 1)) row.remove();
}

/** Changes places with the row above (-1) or below (1). Header rows stay where they are: their words move. */
export function $moveRows(area: Area, by: -1 | 1): void {
  const { table, top, bottom } = area;
  const headers = $headers(table);
  const neighbour = table.getChildAtIndex(by < 0 ? top - 1 : bottom + 1);
  if (!$isTableRowNode(neighbour)) return;
  const selected = $cellsAreSelected();
  if (by < 0) table.getChildAtIndex(bottom)?.insertAfter(neighbour, false);
  else table.getChildAtIndex(top)?.insertBefore(neighbour, false);
  $setHeaders(table, headers);
  if (selected) $selectArea({ ...area, top: top + by, bottom: bottom + by });
}
