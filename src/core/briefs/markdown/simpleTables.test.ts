import { describe, expect, it } from 'vitest';
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

const BODY = [
  '----------- ------- --------------- -------------------------',
  '   First    row                12.0 Example of a row that',
  '                                    spans | multiple lines.',
  '',
  '  Second    row                 5.0 A blank line stands\\',
  '                                    between rows.',
];
const HEAD = [
  '-------------------------------------------------------------',
  ' Centered   Default           Right Left',
  '  Header    Aligned         Aligned Aligned',
];
const FULL = '-'.repeat(61);
const FIRST = ['First', 'row', '12.0', 'Example of a row that spans | multiple lines.'];

describe('of several lines a row', () => {
  it('are tables with cells of several lines', async () => {
    const [table, after] = await read([...HEAD, ...BODY, FULL, '', 'After.'].join('\n'));
    expect(wordsIn(table!)).toEqual([
      ['Centered Header', 'Default Aligned', 'Right Aligned', 'Left Aligned'],
      FIRST,
      ['Second', 'row', '5.0', 'A blank line standsbetween rows.'],
    ]);
    expect(headsOf(table!)).toEqual([1, 0, 0]);
    expect(table!.children![1]!.children!.map(({ format }) => format)).toEqual([
      'center',
      '',
      'right',
      'left',
    ]);
    expect(table!.children![2]!.children![3]!.children!.map((line) => wordsOf([line]))).toEqual([
      'A blank line stands',
      'between rows.',
    ]);
    expect(wordsOf([after!])).toBe('After.');
  });

  it('need no head, and may have one row', async () => {
    const [table] = await read([...BODY.slice(0, 3), '', BODY[0]!].join('\n'));
    expect(wordsIn(table!)).toEqual([FIRST]);
    expect(headsOf(table!)).toEqual([0]);
  });

  it.each([
    ['without an end', [...HEAD, ...BODY, '', 'Text.']],
    ['that end before their last column', [...BODY, '-----', '', 'Text.']],
    ['of front matter', ['---', 'title: T', '---', '', 'Text.']],
    ['of rules in running text', ['Text.', '', '-----', '', 'A -- b', '', '-----', '', 'Text.']],
  ])('are not seen in lines %s', async (_what, lines) => {
    expect((await read(lines.join('\n'))).map(({ type }) => type)).not.toContain('table');
  });
});

describe('a caption of Pandoc', () => {
  const typesAndWords = (nodes: StoredNode[]): string[][] =>
    nodes.map((node) => [node.type, node.type === 'table' ? '' : wordsOf([node])]);
  const TABLE = [...BODY, FULL];
  const PIPES = ['| a | b |', '| - | - |', '| 1 | 2 |'];

  it.each([
    ['behind the table', [...TABLE, '', 'Table: The *first*', 'one. {#tbl:x}'], ['table', 'caption']],
    ['before it', ['  : The *first*', 'one.', '', ...TABLE], ['caption', 'table']],
    [
      'of pipes',
      [...TABLE, '', 'Text.', '', 'table: The *first*', 'one.', '', ...PIPES],
      ['caption', 'table'],
    ],
  ])('is one %s', async (_where, lines, types) => {
    const nodes = await read(lines.join('\n'));
    expect(nodes.slice(-2).map(({ type }) => type)).toEqual(types);
    const caption = nodes.findLast(({ type }) => type === 'caption')!;
    expect(wordsOf([caption])).toBe('The first one.');
    expect(caption.children![1]!['format']).toBe(2);
  });

  it.each([
    ['that is escaped', [...TABLE, '', '\\: Words.'], ': Words.'],
    ['with its word escaped', [...TABLE, '', 'Table\\: Words.'], 'Table: Words.'],
    ['that stands alone', [...TABLE, '', 'Text.', '', 'Table: Words.'], 'Table: Words.'],
  ])('is text %s', async (_how, lines, words) => {
    expect(typesAndWords(await read(lines.join('\n'))).at(-1)).toEqual(['paragraph', words]);
  });

  it('is text in a file that is not of Pandoc', async () => {
    expect(typesAndWords(await read([...PIPES, '', 'Table: Words.'].join('\n'))).at(-1)).toEqual([
      'paragraph',
      'Table: Words.',
    ]);
  });
});
