import { expect, it } from 'vitest';
import { splitByRanges } from './textRanges.ts';

it('cuts text at ranges in any order', () => {
  expect(
    splitByRanges('one two three', [
      [8, 13],
      [0, 3],
    ]),
  ).toEqual([
    { text: 'one', marked: true },
    { text: ' two ', marked: false },
    { text: 'three', marked: true },
  ]);
});

it('loses and doubles nothing where ranges overlap or reach beyond the end', () => {
  const parts = splitByRanges('abcdef', [
    [1, 3],
    [2, 4],
    [5, 99],
  ]);
  expect(parts.map((part) => part.text).join('')).toBe('abcdef');
  expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(['bc', 'd', 'f']);
});

it('gives nothing for no text', () => {
  expect(splitByRanges('', [[0, 2]])).toEqual([]);
});
