import { expect, it } from 'vitest';
import type { TableMapping } from '#contract/importTables.ts';
import { fieldOf, holds, missing, withField } from './draft.ts';

const MAPPING: TableMapping = {
  columns: [{ name: 'b', field: 'text' }],
  header: true,
  dates: 'auto',
  textFormat: 'auto',
};

it('keeps the order of the file, and one field a column', () => {
  const order = ['a', 'b', 'c'];
  const more = withField(withField(MAPPING, order, 'c', 'author'), order, 'a', 'title');
  expect(more.columns.map(({ name }) => name)).toEqual(order);
  const changed = withField(more, order, 'c', 'tags');
  expect(fieldOf(changed, 'c')).toBe('tags');
  expect(fieldOf(withField(changed, order, 'c', null), 'c')).toBeNull();
});

it('says what is missing', () => {
  expect(missing(MAPPING)).toBeNull();
  expect(holds(MAPPING, 'title', 'text')).toBe(true);
  expect(missing(withField(MAPPING, ['b'], 'b', 'author'))).toMatch(/^Choose the column/);
});
