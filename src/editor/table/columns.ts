/** Adding, deleting and moving columns. Only inside an update. */
import { $isTableRowNode } from '@lexical/table';
import { $emptyCell } from './cells.ts';
import { $cellAt, $cellsAreSelected, $cellsOf, $selectArea, $spansColumns, type Area } from './grid.ts';
import { $headers, $setHeaders } from './headers.ts';
import { $removeTable } from './remove.ts';
import { $columnShares, $setColumnShares } from './widths.ts';

/** The most that Word takes. */
export const MAX_COLUMNS = 63;

/** As many as are selected. A column among header columns heads as well. Puts the caret in the first. */
export function $insertColumns(area: Area, where: 'left' | 'right'): void {
  const { table, left, right, top } = area;
  const wanted = $spansColumns(area) && $cellsAreSelected() ? right - left + 1 : 1;
  const count = Math.min(wanted, MAX_COLUMNS - table.getColumnCount());
  if (count < 1) return;
  const at = where === 'left' ? left : right + 1;
  $addColumns(area, at, count);
  $cellAt(table, top, at)?.selectStart();
}

/** Puts `count` columns before the column `at`, as wide as the others are on average. */
export function $addColumns({ table }: Pick<Area, 'table'>, at: number, count: number): void {
  const headers = $headers(table);
  const shares = $columnShares(table);
  const width = 100 / Math.max(shares.length, 1);
  for (const row of table.getChildren().filter($isTableRowNode))
    row.splice(
      at,
      0,
      Array.from({ length: count }, () => $emptyCell(0)),
    );
  shares.splice(at, 0, ...Array.from({ length: count }, () => width));
  $setColumnShares(table, shares);
  $setHeaders(table, {
    ...headers,
    columns: at < headers.columns ? headers.columns + count : headers.columns,
  });
}

/** The table goes with its last column. Puts the caret in what follows. */
export function $deleteColumns({ table, left, right, top }: Area): void {
  const count = right - left + 1;
  const shares = $columnShares(table);
  if (count === shares.length) return $removeTable(table);
  const next = $cellAt(table, top, right + 1) ?? $cellAt(table, top, left - 1);
  next?.selectEnd();
  for (const row of $cellsOf(table)) for (const cell of row.slice(left, right + 1)) cell.remove();
  shares.splice(left, count);
  $setColumnShares(table, shares);
}

/** Changes places with the column to the left (-1) or right (1). Header columns stay where they are. */
export function $moveColumns(area: Area, by: -1 | 1): void {
  const { table, left, right } = area;
  const headers = $headers(table);
  const from = by < 0 ? left - 1 : right + 1;
  const to = by < 0 ? right : left;
  const shares = $columnShares(table);
  if (shares[from] === undefined) return;
  const selected = $cellsAreSelected();
  for (const row of $cellsOf(table)) {
    if (by < 0) row[to]!.insertAfter(row[from]!, false);
    else row[to]!.insertBefore(row[from]!, false);
  }
  shares.splice(to, 0, ...shares.splice(from, 1));
  $setColumnShares(table, shares);
  $setHeaders(table, headers);
  if (selected) $selectArea({ ...area, left: left + by, right: right + by });
}
