import { expect, it } from 'vitest';
import { longDate } from './longDate.ts';

it.each([
  ['2023-05-09', 'en-GB', '9 May 2023'],
  ['2023-05', 'en-GB', 'May 2023'],
  ['2023', 'de', '2023'],
  ['2023-05', 'ko', '2023년 5월'],
  ['2023-05-09/2023-06', 'en-GB', '9 May 2023 – June 2023'],
  ['2023-05-09', 'not a language', 'May 9, 2023'],
  ['-0043', 'en', '-0043'],
  ['2023-02-31', 'en', '2023-02-31'],
  ['2023-13-01', 'en', '2023-13-01'],
  ['soon', 'en', 'soon'],
  ['', 'en', ''],
])('%s in %s is %s', (date, language, words) => {
  expect(longDate(date, language)).toBe(words);
});
