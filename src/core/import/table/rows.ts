/** The rows of a dump, whatever it is written in: CSV, JSON, or a JSON value on each line. */
import { extname } from 'node:path';
import type { SourceFile } from '../read/sourceFile.ts';
import { CsvReader, type Dialect, dialectOf, MAX_ROW } from './csv.ts';
import { JsonElements, MAX_ELEMENT, type Place, placeOfRows } from './jsonElements.ts';
import { MAX_LINE, readLines } from './lines.ts';
import { firstText, openText } from './textStream.ts';
import { type Cells, csvCells, jsonCells } from './cells.ts';
import { unreadable } from '../read/unreadable.ts';

/** How a dump is written. */
type Layout =
  | { kind: 'csv'; dialect: Dialect; columns: readonly string[]; header: boolean }
  | { kind: 'lines' }
  | { kind: 'json'; place: Place };

export interface Row {
  /** As people count: the line, the row of the sheet, or the place in the list, from 1. */
  number: number;
  /** By column; null where the row cannot be read. */
  cells: Cells | null;
  /** The row as it stands in the file, or the row of a CSV file as JSON. */
  text: string;
  /** Why it cannot be read, to follow "row 12 …". */
  problem?: string;
}

export interface Table {
  layout: Layout;
  /** What to look at, where the encoding was a guess. */
  messages: string[];
  /** The file's beginning, and whether that is all of it. */
  sample: { text: string; whole: boolean };
  rows(): AsyncGenerator<Row>;
}

/** Characters by which the layout is told and the columns are guessed. */
const SAMPLE = 4 * 1024 * 1024;

/**
 * Opens a dump. `header` says whether the first row of a CSV file names the columns. Rejects with
 * `file_unreadable` for what is not text, and for JSON that holds no objects.
 */
export async function openTable(file: SourceFile, header = true): Promise<Table> {
  const stream = await openText(file);
  const sample = await firstText(stream, SAMPLE);
  const layout = layoutOf(file.name, sample.text, header);
  return {
    layout,
    messages: stream.messages,
    sample,
    rows: () => {
      if (layout.kind === 'csv') return csvRows(stream.chunks(), layout);
      if (layout.kind === 'lines') return lineRows(stream.chunks());
      return jsonRows(stream.chunks(), layout.place);
    },
  };
}

function layoutOf(name: string, sample: string, header: boolean): Layout {
  const ending = extname(name).toLowerCase();
  if (ending === '.csv' || ending === '.tsv' || ending === '.tab') {
    const dialect = dialectOf(sample, ending === '.csv' ? ',' : '\t');
    const first = firstRow(sample, dialect);
    if (first.length === 0) throw unreadable(`“${name}” holds no rows.`);
    return { kind: 'csv', dialect, header, columns: columnNames(first, header) };
  }
  if (ending === '.jsonl' || ending === '.ndjson' || isJsonLines(sample)) return { kind: 'lines' };
  const place = placeOfRows(sample);
  if (place === null) throw unreadable(`“${name}” is not JSON, or holds no list of articles.`);
  return { kind: 'json', place };
}

/** The first line and the second are whole objects. */
function isJsonLines(sample: string): boolean {
  const [first = '', second = ''] = sample.split('\n', 2);
  return [first, second].every((line) => /^\s*\{.*\}\s*$/u.test(line) && parseObject(line) !== null);
}

function firstRow(sample: string, { separator, skip }: Dialect): string[] {
  const reader = new CsvReader(separator);
  for (const rows of [reader.push(sample.slice(skip)), reader.end()])
    for (const { values } of rows) if (values !== null && values.length > 0) return values;
  return [];
}

/** Every column gets a name of its own. */
function columnNames(first: readonly string[], header: boolean): string[] {
  const used = new Set<string>();
  return first.map((value, index) => {
    const plain = header ? value.replace(/\s+/gu, ' ').trim().slice(0, 200) : '';
    const name = plain === '' ? `Column ${index + 1}` : plain;
    let unique = name;
    for (let count = 2; used.has(unique); count += 1) unique = `${name} (${count})`;
    used.add(unique);
    return unique;
  });
}

async function* csvRows(
  chunks: AsyncIterable<string>,
  { dialect, columns, header }: Layout & { kind: 'csv' },
): AsyncGenerator<Row> {
  const reader = new CsvReader(dialect.separator);
  let skip = dialect.skip;
  let named = !header;
  const one = function* (rows: ReturnType<CsvReader['push']>): Generator<Row> {
    for (const row of rows) {
      if (row.values === null) {
        named = true;
        yield { number: row.number, cells: null, text: '', problem: CSV_PROBLEMS[row.problem] };
      } else if (row.values.every((value) => value.trim() === '')) continue;
      else if (!named) named = true;
      else {
        const cells = csvCells(columns, row.values);
        yield { number: row.number, cells, text: JSON.stringify(Object.fromEntries(cells)) };
      }
    }
  };
  for await (const chunk of chunks) {
    yield* one(reader.push(chunk.slice(skip)));
    skip = Math.max(0, skip - chunk.length);
  }
  yield* one(reader.end());
}

const CSV_PROBLEMS = {
  'too long': `is longer than ${MAX_ROW / 1024 / 1024} million characters and was left out.`,
  unclosed: 'opens a quotation mark that nothing closes. Put the file right and import it again.',
};

async function* lineRows(chunks: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { number, text } of readLines(chunks)) {
    if (text === null) yield { number, cells: null, text: '', problem: tooLong(MAX_LINE) };
    else if (text.trim() !== '') yield jsonRow(number, text);
  }
}

async function* jsonRows(chunks: AsyncIterable<string>, place: Place): AsyncGenerator<Row> {
  const elements = new JsonElements(place);
  for await (const chunk of chunks)
    for (const { number, text } of elements.push(chunk))
      yield text === null
        ? { number, cells: null, text: '', problem: tooLong(MAX_ELEMENT) }
        : jsonRow(number, text);
  const { open } = elements;
  if (open !== null)
    yield {
      number: open,
      cells: null,
      text: '',
      problem: 'does not end: the file breaks off or is damaged.',
    };
}

function jsonRow(number: number, text: string): Row {
  const object = parseObject(text);
  if (object === null)
    return { number, cells: null, text, problem: 'is not valid JSON, or no object with named values.' };
  return { number, cells: jsonCells(object), text };
}

function tooLong(limit: number): string {
  return `is longer than ${limit / 1024 / 1024} million characters and was left out.`;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
