import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { changedList, listChanges, listChangesSchema } from './listChanges.ts';
import { z } from 'zod';

const ITEMS = Array.from({ length: 12 }, (_unused, id) => (id === 0 ? null : { id }));
const list = array(
  integer({ min: 0, max: 11 }).map((at) => ITEMS[at]!),
  { maxLength: 40 },
);
const schema = listChangesSchema(z.object({ id: z.number() }).nullable());

it('tells any list by any other, of which what it has in common is not sent', () => {
  assert(
    property(list, list, (before, after) => {
      const sent = schema.parse(JSON.parse(JSON.stringify(listChanges(before, after))));
      expect(changedList(before, sent)).toEqual(after);
      const added = sent.flatMap((change) => ('items' in change ? change.items : []));
      const had = new Set(before.map((item) => item?.id));
      expect(added.filter((item) => item !== null && had.has(item.id))).toEqual([]);
    }),
  );
});

it('tells an insertion by two stretches and what came in', () => {
  const before = Array.from({ length: 500 }, (_unused, id) => ({ id }));
  const added = { id: -1 };
  expect(listChanges(before, before.toSpliced(200, 0, added))).toEqual([
    { from: 0, count: 200 },
    { items: [added] },
    { from: 200, count: 300 },
  ]);
  expect(listChanges(before, before.with(7, added))).toEqual([
    { from: 0, count: 7 },
    { items: [added] },
    { from: 8, count: 492 },
  ]);
});

it('refuses changes of another list', () => {
  expect(() => changedList([1, 2], [{ from: 1, count: 2 }])).toThrow(RangeError);
});
