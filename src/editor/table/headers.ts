/** Header rows stand at the top, header columns at the left. Only inside a read or an update. */
import { TableCellHeaderStates, type TableCellNode, type TableNode } from '@lexical/table';
import { $cellsOf } from './grid.ts';

export interface Headers {
  rows: number;
  columns: number;
}

export function $headers(table: TableNode): Headers {
  const cells = $cellsOf(table);
  const isHead = (state: number) => (cell: TableCellNode | undefined) => cell?.hasHeaderState(state) === true;
  const firstOther = cells.findIndex((row) => !row.every(isHead(TableCellHeaderStates.ROW)));
  const width = cells[0]?.length ?? 0;
  const inColumn = isHead(TableCellHeaderStates.COLUMN);
  let columns = 0;
  while (columns < width && cells.every((row) => inColumn(row[columns]))) columns += 1;
  return { rows: firstOther === -1 ? cells.length : firstOther, columns };
}

export function $setHeaders(table: TableNode, { rows, columns }: Headers): void {
  for (const [y, row] of $cellsOf(table).entries())
    for (const [x, cell] of row.entries()) {
      const state = headerState(y < rows, x < columns);
      if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
    }
}

export function headerState(inHeaderRow: boolean, inHeaderColumn: boolean): number {
  return (
    (inHeaderRow ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS) |
    (inHeaderColumn ? TableCellHeaderStates.COLUMN : TableCellHeaderStates.NO_STATUS)
  );
}
