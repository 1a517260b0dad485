/** The cells of a row by the names of their columns. */

/** In the order of the columns. Values of JSON are texts, numbers, booleans, or lists of anything. */
export type Cells = Map<string, unknown>;

/** Levels of objects in a row that columns are made of; deeper ones stay whole. */
const MAX_DEPTH = 5;
/** Most columns that one row may have. */
export const MAX_COLUMNS = 10_000;

export function csvCells(columns: readonly string[], values: readonly string[]): Cells {
  const cells: Cells = new Map();
  for (const [index, column] of columns.entries()) {
    if (index >= MAX_COLUMNS) break;
    const value = values[index] ?? '';
    if (value.trim() !== '') cells.set(column, value);
  }
  return cells;
}

/** Values inside objects go by their path: `source.name`. What is empty is left out. */
export function jsonCells(row: Record<string, unknown>): Cells {
  const cells: Cells = new Map();
  const visit = (object: Record<string, unknown>, path: string, depth: number): void => {
    for (const [key, value] of Object.entries(object)) {
      if (cells.size >= MAX_COLUMNS) return;
      const name = path + key;
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      if (typeof value === 'object' && !Array.isArray(value) && depth < MAX_DEPTH)
        visit(value as Record<string, unknown>, `${name}.`, depth + 1);
      else cells.set(name, value);
    }
  };
  visit(row, '', 1);
  return cells;
}
