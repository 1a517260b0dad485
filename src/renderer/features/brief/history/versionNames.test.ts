import { expect, it } from 'vitest';
import { dayOf } from './versionNames.ts';

it('names days by the calendar of this computer', () => {
  const now = new Date(2026, 2, 1, 0, 30).getTime();
  const at = (...parts: [number, number, number, number]): string => new Date(...parts).toISOString();
  expect(dayOf(at(2026, 2, 1, 0), now)).toBe('Today');
  expect(dayOf(at(2026, 1, 28, 23), now)).toBe('Yesterday');
  expect(dayOf(at(2026, 1, 27, 23), now)).toMatch(/27/u);
  expect(dayOf(at(2025, 1, 27, 23), now)).toMatch(/2025/u);
});
