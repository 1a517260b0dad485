/** Shows an analyst what a dump holds, and what would become of it. */
import type { RememberedTable, TableInspection, TableMapping, TablePreview } from '#contract/importTables.ts';
import type { SourceFile } from '../read/sourceFile.ts';
import { MAX_COLUMNS } from './cells.ts';
import { countRows, inspect } from './inspect.ts';
import { rowName } from './read.ts';
import { rowItem } from './rowItem.ts';
import { openTable, type Row } from './rows.ts';
import { lineOf } from './values.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 200;
const PREVIEWS = 3;
const PREVIEW_LENGTH = 600;
/** Rows that are looked at for those to show. */
const MOST_ROWS = 50;

/** Rejects as `openTable` does. */
export async function describeTable(
  file: SourceFile,
  header: boolean | undefined,
  remembered: readonly RememberedTable[],
): Promise<TableInspection> {
  const { table, columns, first, guess, sure } = await inspect(file, remembered, header);
  return {
    name: file.name,
    columns: columns.slice(0, MAX_COLUMNS).map((name) => ({ name, samples: samplesOf(name, first) })),
    rows: await countRows(table),
    mayHaveHeader: table.layout.kind === 'csv',
    guess,
    sure,
  };
}

function samplesOf(column: string, rows: readonly Row[]): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const text = lineOf(cells?.get(column));
    if (text !== '') samples.add(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text);
    if (samples.size >= SAMPLES) break;
  }
  return [...samples];
}

/** Rejects as `openTable` does. */
export async function previewTable(file: SourceFile, mapping: TableMapping): Promise<TablePreview[]> {
  const table = await openTable(file, mapping.header);
  const previews: TablePreview[] = [];
  let seen = 0;
  for await (const row of table.rows()) {
    const item = rowItem(row, mapping, rowName(file.name, row.number));
    seen += 1;
    if (item.kind === 'refused')
      previews.push({ row: row.number, text: '', csl: null, tags: [], message: item.message });
    else
      previews.push({
        row: row.number,
        text: item.kind === 'article' ? beginning(item.content.text) : '',
        csl: item.kind === 'article' ? item.metadata.csl : item.csl,
        tags: item.tags ?? [],
        message: item.messages.length === 0 ? null : item.messages.join(' '),
      });
    if (previews.length >= PREVIEWS || seen >= MOST_ROWS) break;
  }
  return previews;
}

function beginning(text: string): string {
  return text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH).toWellFormed()}…` : text;
}
