import { expect, it } from 'vitest';
import { formatAgo, formatIsoDate } from './dates.ts';

it.each([
  ['2023', '2023'],
  ['2023-05', 'May\u00A02023'],
  ['2023-05-09', '9\u00A0May\u00A02023'],
  ['-0043', '44\u00A0BC'],
  ['-0043-03-15', '15\u00A0Mar\u00A044\u00A0BC'],
  ['0000', '1\u00A0BC'],
  ['0079-08-24', '24\u00A0Aug\u00A079'],
  ['2023-05/2023-06', 'May\u00A02023 – Jun\u00A02023'],
])('writes %s with the precision it has, and on one line', (iso, words) => {
  expect(formatIsoDate(iso, 'en-GB')).toBe(words);
});

it('says how long ago something was, and from a week on when', () => {
  const now = Date.parse('2025-06-15T12:00:00Z');
  expect(formatAgo('2025-06-15T11:59:40Z', now, 'en')).toBe('just now');
  expect(formatAgo('2025-06-15T11:30:00Z', now, 'en')).toBe('30 minutes ago');
  expect(formatAgo('2025-06-14T11:00:00Z', now, 'en')).toBe('yesterday');
  expect(formatAgo('2025-01-02T11:00:00Z', now, 'en-GB')).toBe('2\u00A0Jan\u00A02025');
});
