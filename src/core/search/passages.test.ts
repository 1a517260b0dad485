import { expect, it } from 'vitest';
import { makeArticle } from '#test/contract/library.ts';
import {
  articleOf,
  countRanges,
  MAX_ARTICLE_ID,
  ordinalOf,
  packRanges,
  passageId,
  PASSAGES_PER_ARTICLE,
  passagesOf,
  unpackRange,
} from './passages.ts';

it('ids are exact and reversible up to their bounds, and refused beyond', () => {
  for (const article of [1, 2 ** 31, MAX_ARTICLE_ID])
    for (const ordinal of [0, 1, PASSAGES_PER_ARTICLE - 1]) {
      const id = passageId(article, ordinal);
      expect(Number.isSafeInteger(id)).toBe(true);
      expect([articleOf(id), ordinalOf(id)]).toEqual([article, ordinal]);
    }
  expect(() => passageId(MAX_ARTICLE_ID + 1, 0)).toThrow(RangeError);
  expect(() => passageId(1, PASSAGES_PER_ARTICLE)).toThrow(RangeError);
});

it('each block that holds text is a passage', () => {
  const { content } = makeArticle(['Añ 😀', '법원', '', 'end']);
  const ranges = passagesOf(content);
  expect(ranges.map(({ start, end }) => content.text.slice(start, end))).toEqual(['Añ 😀', '법원', 'end']);
  const packed = packRanges(ranges);
  expect(countRanges(packed)).toBe(3);
  expect(ranges.map((_range, ordinal) => unpackRange(packed, ordinal))).toEqual(ranges);
});

it('joins neighbours where there are more blocks than ids', () => {
  const { content } = makeArticle(Array.from({ length: 10 }, (_unused, index) => `p${index}`));
  const ranges = passagesOf(content, 4);
  expect(ranges.map(({ start, end }) => content.text.slice(start, end).split('\n\n').length)).toEqual([
    3, 3, 3, 1,
  ]);
});

it('a text without blocks is one passage, also when empty', () => {
  expect(passagesOf({ text: 'abc', blocks: [] })).toEqual([{ start: 0, end: 3 }]);
  expect(passagesOf({ text: '', blocks: [] })).toEqual([{ start: 0, end: 0 }]);
});

it.each([
  ['words', `${'some words '.repeat(3000)}end`, /^(?:some|words|end)\b/u],
  ['characters', '強制動員😀'.repeat(4000), /^[強制動員😀]/u],
])('parts a block that is longer than people write between %s', (_what, text, start) => {
  const parts = passagesOf({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] });
  const pieces = parts.map((part) => text.slice(part.start, part.end));
  expect(pieces.join('')).toBe(text);
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(8192);
    expect(piece.isWellFormed()).toBe(true);
    expect(piece).toMatch(start);
  }
});
