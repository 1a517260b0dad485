import { expect, it } from 'vitest';
import { readLimit, unknownKind } from './formats.ts';

it('gives PDFs, and what may hold some, more time than others', () => {
  expect(['a.pdf', 'B.PDF', 'c.zip', 'd.eml'].map(readLimit)).toEqual([180_000, 180_000, 180_000, 180_000]);
  expect(['a.txt', 'b.html', 'c.csv', 'unknown.xyz'].map(readLimit)).toEqual([
    60_000, 60_000, 60_000, 60_000,
  ]);
});

it('says what to do with the documents of other word processors', () => {
  expect(unknownKind('Draft.ODT')).toMatch(/^“Draft\.ODT” .* Save it as \.docx/u);
  expect(unknownKind('picture.png')).toMatch(/Files ending in \.txt, .* can\.$/u);
});
