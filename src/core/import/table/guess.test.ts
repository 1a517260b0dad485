import { expect, it } from 'vitest';
import { guessMapping } from './guess.ts';

const row = (text: string) =>
  new Map<string, unknown>([
    ['headline', 'Cranes at the quay'],
    ['writer', 'Amy Pond'],
    ['body_text', text],
  ]);
const COLUMNS = ['headline', 'writer', 'body_text'];

it('is not sure of a list of references where a column is called the text', () => {
  expect(guessMapping(COLUMNS, [row('')], true).sure).toBe(true);
  expect(guessMapping(COLUMNS, [row('They were idle.')], true).sure).toBe(false);
  expect(guessMapping(COLUMNS, [row('They were idle. '.repeat(9))], true).sure).toBe(true);
});
