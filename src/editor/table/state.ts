/** What menus show of the table at the caret. Only inside a read. */
import { $alignment, type Alignment } from './align.ts';
import { $selectedArea } from './grid.ts';
import { $headers } from './headers.ts';

export interface TableState {
  headerRow: boolean;
  headerColumn: boolean;
  alignment: Alignment;
  /** How many rows and columns the selection touches. */
  rows: number;
  columns: number;
}

/** Null where the caret is in no table. */
export function $tableState(): TableState | null {
  const area = $selectedArea();
  if (area === null) return null;
  const headers = $headers(area.table);
  return {
    headerRow: headers.rows > 0,
    headerColumn: headers.columns > 0,
    alignment: $alignment(area),
    rows: area.bottom - area.top + 1,
    columns: area.right - area.left + 1,
  };
}
