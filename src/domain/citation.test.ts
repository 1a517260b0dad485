import { expect, it } from 'vitest';
import { insideSentence } from './citation.ts';

const inside = (content: string, after: string): string =>
  insideSentence([{ text: content }], after)[0]!.text;

it.each([
  ['Kim, 4.', ', and no more.', 'Kim, 4'],
  ['Kim, 4.', ' for a contrary view', 'Kim, 4'],
  ['Kim, “Title.”', '; Hong', 'Kim, “Title”'],
  ['Kim, 4.', '.', 'Kim, 4'],
  ['Kim, 4.', ' Others differ.', 'Kim, 4.'],
  ['Kim, 4.', '', 'Kim, 4.'],
  ['Kim, n.d.', ', too', 'Kim, n.d.'],
  ['(Kim, 2019)', ', too', '(Kim, 2019)'],
])('%s before “%s” is set %s', (content, after, set) => {
  expect(inside(content, after)).toBe(set);
});
