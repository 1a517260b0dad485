import { expect, it } from 'vitest';
import { filterCommands } from './filterCommands.ts';

const named: [title: string, group: string][] = [
  ['Import files…', 'Library'],
  ['Print preview', 'Export'],
  ['Export as PDF…', 'Export'],
  ['Show or hide the library', 'View'],
];
const commands = [
  ...named.map(([title, group]) => ({ id: title, title, group })),
  { id: 'suggest.toggle', title: 'Suggest changes', group: 'Review' },
  { id: 'insert.picture', title: 'Picture…', group: 'Insert' },
].map((command) => ({ ...command, run: () => undefined }));
const titles = (typed: string): string[] => filterCommands(commands, typed).map(({ title }) => title);

it('shows everything before anything is typed', () => {
  expect(titles('  ')).toHaveLength(6);
});

it('finds words in any order, in titles and groups, best first', () => {
  expect(titles('pdf export')).toEqual(['Export as PDF…']);
  expect(titles('lib')).toEqual(['Show or hide the library', 'Import files…']);
  expect(titles('exp')).toEqual(['Export as PDF…', 'Print preview']);
  expect(titles('PRE')).toEqual(['Print preview']);
  expect(titles('zebra')).toEqual([]);
});

it('puts a title that has all words before one that has some of them in its group', () => {
  const inTable = ['Delete the row', 'Delete the table'].map((title) => ({
    id: title,
    title,
    group: 'Table',
    run: () => undefined,
  }));
  expect(filterCommands(inTable, 'delete table')[0]?.title).toBe('Delete the table');
});

it('finds commands by the names that other programs have for them, behind those that bear them', () => {
  expect(titles('track changes')).toEqual(['Suggest changes']);
  expect(titles('image insert')).toEqual(['Picture…']);
  expect(titles('print')).toEqual(['Print preview']);
});
