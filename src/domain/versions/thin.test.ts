import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { versionsToThin } from './thin.ts';
import { VERSION_KINDS } from './version.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const MINUTE = 60_000;
const version = (id: number, minutesAgo: number, kind = 'automatic' as (typeof VERSION_KINDS)[number]) => ({
  id,
  kind,
  createdAt: new Date(NOW - minutesAgo * MINUTE).toISOString(),
});

it('keeps all of a day, one an hour of a week, one a day before', () => {
  const hours = 60;
  const days = 24 * hours;
  const versions = [
    ...[0, 10, 20, 30].map((minutes) => version(minutes, minutes)),
    // 12:00–12:59 two days ago, and 11:50.
    ...[2 * days - 50, 2 * days - 10, 2 * days + 10].map((minutes) => version(minutes, minutes)),
    ...[20 * days + 11 * hours, 20 * days, 20 * days + 12 * hours + 10].map((minutes) =>
      version(minutes, minutes),
    ),
  ];
  expect(versionsToThin(versions, NOW).toSorted((a, b) => a - b)).toEqual([
    2 * days - 10,
    20 * days + 11 * hours,
  ]);
});

it('keeps what was kept before a deletion for thirty days, and the latest and what has a name for ever', () => {
  const day = 24 * 60;
  const old = [
    version(1, 40 * day, 'beforeDeletion'),
    version(2, 40 * day - 1, 'beforeDeletion'),
    version(3, 40 * day - 2, 'named'),
    version(4, 20 * day, 'beforeDeletion'),
    version(5, 20 * day - 1),
    version(6, 20 * day - 2, 'beforeRestore'),
  ];
  expect(versionsToThin(old, NOW)).toEqual([1]);
  expect(versionsToThin([version(1, 999 * day)], NOW)).toEqual([]);
});

it('has nothing more to do once it was done, and leaves one in each hour and day that had one', () => {
  const any = fc.array(
    fc.record({ minutes: fc.nat(60 * 24 * 90), kind: fc.constantFrom(...VERSION_KINDS) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(any, (made) => {
      const versions = made.map(({ minutes, kind }, id) => version(id, minutes, kind));
      const going = new Set(versionsToThin(versions, NOW));
      const left = versions.filter(({ id }) => !going.has(id));
      expect(versionsToThin(left, NOW)).toEqual([]);
      expect(versions.filter(({ id, kind }) => going.has(id) && kind === 'named')).toEqual([]);
      const days = (list: typeof versions): Set<string> =>
        new Set(list.map(({ createdAt }) => createdAt.slice(0, 10)));
      expect(days(left)).toEqual(days(versions));
    }),
  );
});
