/** Dumps: many articles in one file of rows. */
import type { TableMapping } from '#contract/importTables.ts';
import type { ReadOptions } from '../read/containers.ts';
import type { ReadItem } from '../read/item.ts';
import type { SourceFile } from '../read/sourceFile.ts';
import { isCslJson, referenceOfCsl } from '../references/cslJson.ts';
import { inspect } from './inspect.ts';
import { rowItem } from './rowItem.ts';
import { openTable, type Table } from './rows.ts';

/**
 * Every row as an item, by the mapping given, else by one that was chosen for such columns before, else by
 * what the columns say. Where that is not enough the file is refused; one whose first rows all cannot be read
 * is refused row by row.
 */
export async function* readTable(file: SourceFile, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { mapping } = options;
  if (mapping !== undefined) {
    yield* rowsOf(file, await openTable(file, mapping.header), mapping);
    return;
  }
  const { table, columns, first, guess, sure } = await inspect(file, options.remembered);
  if (table.layout.kind !== 'csv' && isCslJson(first)) {
    yield* referencesOf(file, table);
    return;
  }
  // Then what is wrong with the rows says more than that no columns are known.
  const unreadable = first.length === 0;
  if (!sure && !unreadable) {
    yield { kind: 'refused', name: file.name, message: columnsUnknown(file, columns) };
    return;
  }
  yield* rowsOf(file, table, guess);
}

async function* rowsOf(file: SourceFile, table: Table, mapping: TableMapping): AsyncGenerator<ReadItem> {
  let empty = true;
  for await (const row of table.rows()) {
    const item = rowItem(row, mapping, rowName(file.name, row.number));
    if (empty && item.kind !== 'refused') item.messages.unshift(...table.messages);
    empty = false;
    yield item;
  }
  if (empty) yield { kind: 'refused', name: file.name, message: `“${file.name}” holds no rows.` };
}

async function* referencesOf(file: SourceFile, table: Table): AsyncGenerator<ReadItem> {
  for await (const row of table.rows())
    yield row.cells === null
      ? {
          kind: 'refused',
          name: rowName(file.name, row.number),
          message: `“${rowName(file.name, row.number)}” ${row.problem ?? ''}`,
        }
      : referenceOfCsl(JSON.parse(row.text), row.text, rowName(file.name, row.number));
}

/** What a row goes by in reports. */
export function rowName(fileName: string, number: number): string {
  return `${fileName}, row ${number}`;
}

function columnsUnknown({ name, within }: SourceFile, columns: readonly string[]): string {
  const shown = columns.slice(0, 5).join(', ') + (columns.length > 5 ? ', …' : '');
  const remedy =
    within === undefined
      ? 'Choose them to import it.'
      : `Take it out of “${within}” and import it alone to choose them; from then on such dumps are read inside others too.`;
  return `Dossier cannot tell which columns of “${name}” hold title and text (${shown}). ${remedy}`;
}
