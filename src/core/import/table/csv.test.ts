import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, type CsvRow, dialectOf, MAX_ROW } from './csv.ts';

/** The rows of a text that comes in pieces of `size` characters. */
function rowsOf(text: string, size = text.length, separator = ','): CsvRow[] {
  const reader = new CsvReader(separator);
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
  return [...rows, ...reader.end()];
}
const valuesOf = (text: string): unknown[] => rowsOf(text).map(({ values }) => values);

describe('CSV', () => {
  it.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,1","two\nlines","say ""yes"""', [['a,1', 'two\nlines', 'say "yes"']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['one\n\n  \ntwo', [['one'], [], [], ['two']]],
    // What people write without quoting it.
    ['5" pipe,b', [['5" pipe', 'b']]],
    ['"He said "no" to it",b', [['He said "no" to it', 'b']]],
    ['a\rb\rc', [['a'], ['b'], ['c']]],
  ])('reads %j', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it('reads the same in pieces of any size', () => {
    const text = fc
      .array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '""', '한'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (csv, size) => {
        expect(rowsOf(csv, size)).toEqual(rowsOf(csv));
      }),
      { numRuns: 500 },
    );
  });

  it('gives back what was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', 'é', '𝒳', ';') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const csv = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(valuesOf(csv)).toEqual(rows);
      }),
    );
  });

  it('gives up the line whose quotation mark nothing closes, and no other', () => {
    expect(rowsOf('a,b\n"open,c\nd,e\nf,g')).toEqual([
      { number: 1, values: ['a', 'b'] },
      { number: 2, values: null, problem: 'unclosed' },
      { number: 3, values: ['d', 'e'] },
      { number: 4, values: ['f', 'g'] },
    ]);
  });

  it('reads a file full of such marks in one pass more or less', () => {
    const rows = rowsOf('"a"x\n'.repeat(300_000), 65_536);
    expect(rows).toHaveLength(300_000);
    expect(rows.filter(({ values }) => values === null).length).toBeLessThan(30);
  });

  it('leaves out a row beyond its limit and holds nothing of it', () => {
    const reader = new CsvReader(',');
    const rows: CsvRow[] = [...reader.push('a,b\n')];
    for (let sent = 0; sent < MAX_ROW * 3; sent += 1 << 20) rows.push(...reader.push('x'.repeat(1 << 20)));
    rows.push(...reader.push('\nc,d\n'), ...reader.end());
    expect(rows).toEqual([
      { number: 1, values: ['a', 'b'] },
      { number: 2, values: null, problem: 'too long' },
      { number: 3, values: ['c', 'd'] },
    ]);
  });

  it.each([
    ['a;b;c\n1,5;2;3\n', ';'],
    ['title\ttext\nOne, two\tthree, four\n', '\t'],
    ['a|b\nc|d\n', '|'],
    ['title,text\n"a;b","c;d;e"\n', ','],
    ['sep=^\na^b\n', '^'],
    ['only one column\nand no separator\n', ','],
  ])('finds the separator of %j', (text, separator) => {
    expect(dialectOf(text, ',').separator).toBe(separator);
  });
});
