import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslDate } from '#domain/csl.ts';
import { readTypedDate, typeDate } from './typedDate.ts';

/** `2023-5-9`, `2023-5-9/2023-5-11`, `c 2023`, `s1 2023`; `a? b` where it is ambiguous; `!` where it is none. */
function read(typed: string): string {
  const drawn = (date: CslDate): string =>
    `${date.circa === true ? 'c ' : ''}${date.season === undefined ? '' : `s${date.season} `}${date[
      'date-parts'
    ]
      .map((parts) => parts.join('-'))
      .join('/')}`;
  const result = readTypedDate(typed);
  if (result.kind === 'date') return drawn(result.date);
  return result.kind === 'ambiguous' ? result.choices.map(drawn).join('? ') : '!';
}

describe('a typed date', () => {
  it.each([
    ['2023', '2023'],
    [' 2023-05 ', '2023-5'],
    ['44 BCE', '-44'],
    ['0044-03-15 BC', '-44-3-15'],
    ['March 323 BC', '-323-3'],
    ['2023-5-9', '2023-5-9'],
    ['2023/05/09', '2023-5-9'],
    ['20230509', '2023-5-9'],
    ['9.5.2023', '2023-5-9'],
    ['09. 05. 2023', '2023-5-9'],
    ['5/2023', '2023-5'],
    ['May 2023', '2023-5'],
    ['9 May 2023', '2023-5-9'],
    ['9th of May, 2023', '2023-5-9'],
    ['Tuesday, May 9, 2023', '2023-5-9'],
    ['2023 May 9', '2023-5-9'],
    ['Sept. 2023', '2023-9'],
    ['9. Mai 2023', '2023-5-9'],
    ['9 mai 2023', '2023-5-9'],
    ['9 Mayıs 2023', '2023-5-9'],
    ['9 мая 2023', '2023-5-9'],
    ['2023年5月9日', '2023-5-9'],
    ['2023년 5월', '2023-5'],
    ['31/12/2023', '2023-12-31'],
    ['12/31/2023', '2023-12-31'],
    ['5/5/2023', '2023-5-5'],
    ['29 February 2024', '2024-2-29'],
    ['c. 1990', 'c 1990'],
    ['circa May 1990', 'c 1990-5'],
    ['1990?', 'c 1990'],
    ['spring 2024', 's1 2024'],
    ['2024 Fall', 's3 2024'],
    ['c. winter 1999', 'c s4 1999'],
  ])('%j is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ['2019–2021', '2019/2021'],
    ['2019–21', '2019/2021'],
    ['2023-05-09/2023-05-11', '2023-5-9/2023-5-11'],
    ['9–11 May 2023', '2023-5-9/2023-5-11'],
    ['9-11 May 2023', '2023-5-9/2023-5-11'],
    ['May–June 2023', '2023-5/2023-6'],
    ['9 May – 3 June 2023', '2023-5-9/2023-6-3'],
    ['December 2022 to January 2023', '2022-12/2023-1'],
    ['c. 2019 – 2021', 'c 2019/2021'],
  ])('%j is the range %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('is asked about where day and month could be swapped', () => {
    expect(read('5/9/2023')).toBe('2023-9-5? 2023-5-9');
    expect(read('5-9-2023')).toBe('2023-9-5? 2023-5-9');
  });

  it.each([
    'yesterday',
    '2023-13',
    '2023-02-29',
    '31 April 2023',
    '9.5.23',
    '2021–2019',
    'May',
    '9 May',
    '12',
  ])('%j is none, and it says why', (typed) => {
    const result = readTypedDate(typed);
    expect(result.kind).toBe('invalid');
    expect(result.kind === 'invalid' && result.message).toMatch(/\.$/u);
  });

  it('reads back what it writes', () => {
    const parts = fc.oneof(
      fc.tuple(fc.integer({ min: 100, max: 2999 })),
      fc.tuple(fc.integer({ min: 100, max: 2999 }), fc.integer({ min: 1, max: 12 })),
      fc.tuple(
        fc.integer({ min: 100, max: 2999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      ),
    );
    const year = fc.integer({ min: 100, max: 2999 });
    const dates: fc.Arbitrary<CslDate> = fc
      .oneof(
        parts.map((part) => ({ 'date-parts': [part] })),
        fc.tuple(parts, parts).map((pair) => ({
          'date-parts': pair.toSorted(
            (a, b) => a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0),
          ),
        })),
        fc.record({ 'date-parts': year.map((part) => [[part]]), season: fc.integer({ min: 1, max: 4 }) }),
      )
      .chain((date) => fc.boolean().map((circa) => (circa ? { ...date, circa } : date)));
    fc.assert(
      fc.property(dates, (date) => {
        expect(readTypedDate(typeDate(date))).toEqual({ kind: 'date', date });
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(['date', 'ambiguous', 'invalid']).toContain(readTypedDate(typed).kind);
      }),
    );
  });
});
