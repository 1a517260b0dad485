import { expect, it } from 'vitest';
import { duration, pace } from './pace.ts';

it('tells the pace as far as it is known', () => {
  expect(pace({ rate: null, remaining: null })).toBe('');
  expect(pace({ rate: 612.4, remaining: 99.2 })).toBe('612 a second, 1 min 40 s left');
  expect(pace({ rate: 0.01, remaining: null })).toBe('');
  expect(pace({ rate: 2.04, remaining: null })).toBe('2.0 a second');
});

it.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [60, '1 min 0 s'],
  [600, '10 min'],
  [3660, '1 h 1 min'],
])('rounds %d seconds to what a person needs', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
