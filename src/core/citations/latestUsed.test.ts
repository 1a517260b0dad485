import { expect, it } from 'vitest';
import { LatestUsed } from './latestUsed.ts';

it('forgets what was not used for longest', () => {
  const kept = new LatestUsed<string, number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  expect(kept.get('a')).toBe(1);
  kept.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
  kept.set('a', 4);
  kept.set('d', 5);
  expect(['a', 'c', 'd'].map((key) => kept.get(key))).toEqual([4, undefined, 5]);
  kept.forget(4);
  expect(kept.get('a')).toBeUndefined();
});
