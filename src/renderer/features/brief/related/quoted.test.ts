import { expect, it } from 'vitest';
import { isQuotedIn } from './quoted.ts';

const EXCERPT = '…The Lark, the Heron and the Tern cross the Grennes bank in a corridor…';

it('knows a passage by six words in a row, whatever stands between them', () => {
  expect(isQuotedIn('She said: “the heron and the tern cross the bank”.', EXCERPT)).toBe(true);
  expect(isQuotedIn('The heron, and the tern, cross the bank', EXCERPT)).toBe(true);
});

it('takes fewer for a chance, and parts of words for none of them', () => {
  expect(isQuotedIn('The Heron and the Tern left.', EXCERPT)).toBe(false);
  expect(isQuotedIn('A Heron and the Tern cross theatres', EXCERPT)).toBe(false);
});
