import { expect, it } from 'vitest';
import { knownPages, notePages, noteWords, pagesOf } from './pages.ts';

it('takes the pages of the last PDF, and grows them with the text from there on', () => {
  noteWords(7, 1000);
  notePages(7, 4);
  const known = knownPages.get().get(7);
  expect(pagesOf(known, 1000)).toEqual({ pages: 4, estimated: false });
  expect(pagesOf(known, 2000)).toEqual({ pages: 8, estimated: true });
});

it('estimates where there has been no PDF, and never tells of no page', () => {
  expect(pagesOf(undefined, 0)).toEqual({ pages: 1, estimated: true });
  expect(pagesOf(undefined, 4000).pages).toBeGreaterThan(5);
});
