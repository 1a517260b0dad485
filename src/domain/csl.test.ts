import { describe, expect, it } from 'vitest';
import { authorLine, cslDateFromIso, cslDateToIso, issuedYear, nameInReadingOrder } from './csl.ts';

describe('names', () => {
  it('stand in reading order, with their particles', () => {
    expect(nameInReadingOrder({ given: 'Ludwig', 'non-dropping-particle': 'van', family: 'Beethoven' })).toBe(
      'Ludwig van Beethoven',
    );
    expect(nameInReadingOrder({ family: '서', given: '윤재' })).toBe('서윤재');
    expect(nameInReadingOrder({ literal: 'Office for Seabed Infrastructure' })).toBe(
      'Office for Seabed Infrastructure',
    );
  });

  it.each([
    [undefined, null],
    [[], null],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A et al.'],
  ])('of %j are shortened to %j', (names, line) => {
    const author = names?.map((literal) => ({ literal }));
    expect(authorLine({ type: 'report', title: 'T', author })).toBe(line);
  });
});

describe('dates', () => {
  it.each(['2023', '2023-05', '2023-05-09'])('keep the precision of %s', (iso) => {
    expect(cslDateToIso(cslDateFromIso(iso)!)).toBe(iso);
  });

  it.each(['', 'May 2023', '2023-13', '2023-05-40', '23-05-09', '2023-5-9'])('refuse %j', (text) => {
    expect(cslDateFromIso(text)).toBeNull();
  });

  it('write a range with a slash', () => {
    expect(cslDateToIso({ 'date-parts': [[2023, 5], [2024]] })).toBe('2023-05/2024');
  });

  it.each([
    [[-44, 3, 15], '-0043-03-15'],
    [[-1], '0000'],
    [[50], '0050'],
  ])('write %j, a year that is not counted as today, as %s', (parts, iso) => {
    expect(cslDateToIso({ 'date-parts': [parts] })).toBe(iso);
  });

  it('know the year', () => {
    expect(issuedYear({ type: 'report', title: 'T', issued: { 'date-parts': [[1999, 1]] } })).toBe(1999);
    expect(issuedYear({ type: 'report', title: 'T' })).toBeNull();
  });
});
