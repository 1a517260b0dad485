import { expect, it } from 'vitest';
import { makeArticle } from '#test/contract/library.ts';
import { packRanges, passagesOf, unpackRange } from './passages.ts';

it('each block that holds text is a passage', () => {
  const { content } = makeArticle(['Añ 😀', '법원', '', 'end']);
  const ranges = passagesOf(content);
  expect(ranges.map(({ start, end }) => content.text.slice(start, end))).toEqual(['Añ 😀', '법원', 'end']);
  const packed = packRanges(ranges);
  expect(ranges.map((_range, ordinal) => unpackRange(packed, ordinal))).toEqual(ranges);
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
