/** A mapping while the analyst changes it. */
import type { TableField, TableMapping } from '#contract/importTables.ts';

/** What a column holds by now; null where it is left out. */
export function fieldOf(mapping: TableMapping, column: string): TableField | null {
  return mapping.columns.find(({ name }) => name === column)?.field ?? null;
}

/** The mapping with one column changed; columns keep the order of the file. */
export function withField(
  mapping: TableMapping,
  order: readonly string[],
  column: string,
  field: TableField | null,
): TableMapping {
  const others = mapping.columns.filter(({ name }) => name !== column);
  const columns = field === null ? others : [...others, { name: column, field }];
  const place = new Map(order.map((name, index) => [name, index]));
  return {
    ...mapping,
    columns: columns.toSorted((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0)),
  };
}

export function holds(mapping: TableMapping, ...fields: TableField[]): boolean {
  return mapping.columns.some(({ field }) => fields.includes(field));
}

/** What is still missing before anything can be imported, as a sentence; null where nothing is. */
export function missing(mapping: TableMapping): string | null {
  return holds(mapping, 'title', 'text')
    ? null
    : 'Choose the column with the title or the one with the text.';
}
