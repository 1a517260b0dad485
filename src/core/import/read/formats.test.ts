import { expect, it } from 'vitest';
import { readLimit } from './formats.ts';

it('gives PDFs, and what may hold some, more time than others', () => {
  expect(['a.pdf', 'B.PDF', 'c.zip', 'd.eml'].map(readLimit)).toEqual([180_000, 180_000, 180_000, 180_000]);
  expect(['a.txt', 'b.html', 'c.csv', 'unknown.xyz'].map(readLimit)).toEqual([
    60_000, 60_000, 60_000, 60_000,
  ]);
});
