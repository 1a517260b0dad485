/** Deleting what is selected in a table. Only inside an update. */
import { $emptyTheCell } from './cells.ts';
import { $deleteColumns } from './columns.ts';
import { $areaCells, $isWholeTable, $spansColumns, $spansRows, type Area } from './grid.ts';
import { $removeTable } from './remove.ts';
import { $deleteRows } from './rows.ts';

/** Empties the cells and leaves them selected. */
export function $clearCells(area: Area): void {
  for (const cell of $areaCells(area)) $emptyTheCell(cell);
}

/** What Backspace means for selected cells, as in Word: whole rows and columns go, else the words in them. */
export function $deleteCells(area: Area): void {
  if ($isWholeTable(area)) $removeTable(area.table);
  else if ($spansRows(area)) $deleteRows(area);
  else if ($spansColumns(area)) $deleteColumns(area);
  else $clearCells(area);
}
