import { describe, expect, it } from 'vitest';
import { readWholeLocator, splitLocator } from './locators.ts';

const page = (locator: string) => ({ label: 'page', locator });

describe('a place typed behind the words for a source', () => {
  const cases: [typed: string, words: string, locator: object | null][] = [
    ['smith', 'smith', null],
    ['smith p. 12', 'smith', page('12')],
    ['smith, p. 12', 'smith', page('12')],
    ['smith, 12–14', 'smith', page('12–14')],
    ['smith 2023', 'smith 2023', null],
    ['smith, 2023', 'smith, 2023', null],
    ['smith, 2023, 12', 'smith, 2023', page('12')],
    ['smith 2023 pp. 12, 14', 'smith 2023', page('12, 14')],
    ['smith p', 'smith', null],
    ['smith p.', 'smith', null],
    ['smith, p. ', 'smith', null],
    ['smith,', 'smith', null],
    ['kim at 03:15', 'kim', { label: 'timestamp', locator: '03:15' }],
    ['kim § 4', 'kim', { label: 'section', locator: '4' }],
    ['the history of notes in 3 parts', 'the history of notes in 3 parts', null],
    ['part 2', 'part 2', null],
    ['p. 12', 'p. 12', null],
    ['', '', null],
  ];
  it.each(cases)('%s', (typed, words, locator) => expect(splitLocator(typed)).toEqual({ words, locator }));
});

it('reads a field that holds nothing but a place', () => {
  expect(readWholeLocator('12-14')).toEqual(page('12-14'));
  expect(readWholeLocator(' at 03:15 ')).toEqual({ label: 'timestamp', locator: '03:15' });
  expect(readWholeLocator('para. 4')).toEqual({ label: 'paragraph', locator: '4' });
  expect(readWholeLocator('p.')).toBeNull();
});
