import { expect, it } from 'vitest';
import { findPattern } from '#editor/find/pattern.ts';
import { findInText } from './findInText.ts';

const PLAIN = { matchCase: false, wholeWord: false, regex: false };

it('finds words by their places, and no match of nothing', () => {
  const text = 'The port. The Port Authority’s report.';
  expect(findInText(text, findPattern('port', PLAIN)).matches.map(({ start }) => start)).toEqual([4, 14, 33]);
  expect(findInText(text, findPattern("authority's", PLAIN)).matches).toEqual([{ start: 19, end: 30 }]);
  expect(findInText(text, /x*/gu).matches).toEqual([]);
});

it('stops at a number that nobody steps through', () => {
  const { matches, cut } = findInText('a '.repeat(6000), /a/gu);
  expect(matches).toHaveLength(5000);
  expect(cut).toBe(true);
});
