/** Mappings that the analyst chose, found again by the columns of a file. */
import { type RememberedTable, rememberedTableSchema, type TableMapping } from '#contract/importTables.ts';
import type { Database } from '../../db/connect.ts';

/** Share of the columns that two files of one kind have in common: rows of JSON leave some out. */
const ALIKE = 0.8;
/** Files with more columns are not remembered. */
const MOST_COLUMNS = 300;
const MOST_TABLES = 50;

const KEY = 'import.tables';

/** What is kept with the library, the newest first. Entries that do not fit are passed over. */
export function rememberedTables(db: Database): RememberedTable[] {
  const row = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get(KEY);
  const stored: unknown = row === undefined ? [] : JSON.parse(row);
  return (Array.isArray(stored) ? stored : []).flatMap((table: unknown) => {
    const { data } = rememberedTableSchema.safeParse(table);
    return data === undefined ? [] : [data];
  });
}

export function rememberTable(db: Database, table: RememberedTable): void {
  const tables = withRemembered(rememberedTables(db), table);
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(KEY, JSON.stringify(tables));
}

/** The mapping for a file with these columns; null where none was chosen. */
export function rememberedFor(
  columns: readonly string[],
  remembered: readonly RememberedTable[],
): TableMapping | null {
  const here = new Set(columns);
  const fits = remembered
    .filter(({ mapping }) => mapping.columns.every(({ name }) => here.has(name)))
    .map((table) => ({ mapping: table.mapping, likeness: likeness(here, new Set(table.columns)) }))
    .filter((table) => table.likeness >= ALIKE);
  return fits.toSorted((a, b) => b.likeness - a.likeness)[0]?.mapping ?? null;
}

/** The list with one more, the newest first. */
function withRemembered(remembered: readonly RememberedTable[], table: RememberedTable): RememberedTable[] {
  if (table.columns.length > MOST_COLUMNS) return [...remembered];
  const key = keyOf(table.columns);
  return [table, ...remembered.filter((other) => keyOf(other.columns) !== key)].slice(0, MOST_TABLES);
}

function keyOf(columns: readonly string[]): string {
  return JSON.stringify(columns.toSorted());
}

/** Common columns among all columns of both. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((column) => b.has(column)).length;
  return common / Math.max(1, a.size + b.size - common);
}
