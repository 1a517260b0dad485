import { expect, it } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import { wordsOf } from './nodes.ts';
import { readAlone } from './readAlone.test-helper.ts';

async function read(text: string): Promise<StoredNode[]> {
  const { document } = await readAlone(text);
  return document.root.children as StoredNode[];
}
const wordsIn = (table: StoredNode): string[][] =>
  table.children!.map(({ children = [] }) => children.map((cell) => wordsOf([cell])));
const headsOf = (table: StoredNode): unknown[] =>
  table.children!.map(({ children = [] }) => children[0]!['headerState']);

it('are tables, aligned as their heads stand over the lines', async () => {
  const [table, after] = await read(
    [
      '  Right     Left     Center     Default',
      '-------     ------ ----------   -------',
      '     12     a|b       **12**         12',
      '    123               123          1 23',
      '',
      'After.',
    ].join('\n'),
  );
  expect(table!.type).toBe('table');
  expect(wordsIn(table!)).toEqual([
    ['Right', 'Left', 'Center', 'Default'],
    ['12', 'a|b', '12', '12'],
    ['123', '', '123', '1 23'],
  ]);
  expect(headsOf(table!)).toEqual([1, 0, 0]);
  expect(table!.children![1]!.children!.map(({ format }) => format)).toEqual(['right', 'left', 'center', '']);
  expect(wordsOf([after!])).toBe('After.');
});

it('need no head, and end with a line then', async () => {
  const [table] = await read('--- ------\n  1 한국어\n 12 b\n--- ------\n');
  expect(wordsIn(table!)).toEqual([
    ['1', '한국어'],
    ['12', 'b'],
  ]);
  expect(headsOf(table!)).toEqual([0, 0]);
});

it('are parted by the columns that letters take', async () => {
  const [table] = await read('이름    값\n------ ----\n가나다 12\n');
  expect(wordsIn(table!)).toEqual([
    ['이름', '값'],
    ['가나다', '12'],
  ]);
});

it.each([
  ['a heading', 'Title\n-----\n\nText.', ['heading', 'paragraph']],
  ['a rule', 'Text.\n\n--- ---\n\nText.', ['paragraph', 'horizontalrule', 'paragraph']],
  ['code', '```\nA   B\n--- ---\n1   2\n```', ['code']],
  ['lines of running text', 'One\nA   B\n--- ---\n1   2', ['paragraph', 'horizontalrule', 'paragraph']],
])('are not seen in %s', async (_what, text, types) => {
  expect((await read(`Before.\n\n${text}`)).slice(1).map(({ type }) => type)).toEqual(types);
});
