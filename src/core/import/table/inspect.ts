/** Looks into a dump before it is read: its columns, and what they seem to hold. */
import type { RememberedTable, TableMapping } from '#contract/importTables.ts';
import type { SourceFile } from '../read/sourceFile.ts';
import type { Cells } from './cells.ts';
import { guessMapping, looksLikeHeader } from './guess.ts';
import { rememberedFor } from './remembered.ts';
import { openTable, type Row, type Table } from './rows.ts';

export interface Inspected {
  table: Table;
  columns: string[];
  /** The first rows that can be read. */
  first: Row[];
  guess: TableMapping;
  /** The guess is good enough to import by, or is what the analyst chose for such columns before. */
  sure: boolean;
}

const ROWS = 200;
/** Characters of rows that are looked at. */
const MOST_TEXT = 8 * 1024 * 1024;

/** `stated` says whether the first row of a CSV file names the columns. Rejects as `openTable` does. */
export async function inspect(
  file: SourceFile,
  remembered: readonly RememberedTable[] = [],
  stated?: boolean,
): Promise<Inspected> {
  let table = await openTable(file);
  let header = true;
  if (table.layout.kind === 'csv') {
    header = stated ?? looksLikeHeader(table.layout.columns);
    if (!header) table = await openTable(file, false);
  }
  const first = await firstRows(table);
  const columns = table.layout.kind === 'csv' ? [...table.layout.columns] : columnsOf(first);
  const cells = first.map((row) => row.cells!);
  const known = rememberedFor(columns, remembered);
  if (known !== null && known.header === header) return { table, columns, first, guess: known, sure: true };
  const { mapping, sure } = guessMapping(columns, cells, header);
  return { table, columns, first, guess: mapping, sure };
}

async function firstRows(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  let length = 0;
  let seen = 0;
  for await (const row of table.rows()) {
    if (row.cells !== null) rows.push(row);
    length += row.text.length;
    seen += 1;
    if (rows.length >= ROWS || seen >= ROWS * 5 || length > MOST_TEXT) break;
  }
  return rows;
}

/** In the order in which they first appear. */
function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ cells }) => [...(cells as Cells).keys()]))];
}

/** How many rows the dump has; null where counting would mean reading a long file. */
export async function countRows(table: Table): Promise<number | null> {
  if (!table.sample.whole) return null;
  let count = 0;
  for await (const row of table.rows()) if (row.cells !== null) count += 1;
  return count;
}
