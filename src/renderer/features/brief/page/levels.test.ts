import { expect, it } from 'vitest';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import { levelLines, readLevels, withLevels } from './levels.ts';

const us = MARKING_SCHEMES.find(({ id }) => id === 'us')!;

it('reads what it wrote, with the colours', () => {
  for (const { levels } of MARKING_SCHEMES) expect(readLevels(levelLines(levels), levels)).toEqual(levels);
});

it('takes initials where no mark is typed, and refuses what cannot be told apart', () => {
  expect(
    readLevels('Open\n\n Board only (B) \nFor the chair', [])!.map(({ name, mark }) => [name, mark]),
  ).toEqual([
    ['Open', 'O'],
    ['Board only', 'B'],
    ['For the chair', 'FTC'],
  ]);
  for (const typed of ['', 'Secret\nSome', `${'x'.repeat(90)} (X)`, `A (${'m'.repeat(30)})`])
    expect(readLevels(typed, [])).toBeNull();
});

it('stays on the level of the same mark', () => {
  const marking = markingIn(us, 3);
  expect(withLevels(marking, readLevels('Secret (S)\nMost secret (M)', [])!).level).toBe(0);
  expect(withLevels(marking, readLevels('Low (L)\nHigh (H)', [])!).level).toBe(0);
});
