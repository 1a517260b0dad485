import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteWriter } from './bytes.ts';
import { IndexDamage } from './damage.ts';
import { MAX_LENGTH, WIDE } from './format.ts';
import { partsOf, PostingsWriter } from './postings.ts';
import { createHeld, findPostings, type Held, scanPostings } from './scan.ts';
import { createTables, readSkips } from './skips.ts';

/** Passages of a segment: whether each holds the term, how often, and whether its positions are wide. */
const passages = fc.array(
  fc.record({
    held: fc.boolean(),
    // Each number is written in its own way: a byte, or an exception where title and text hold the term.
    count: fc.constantFrom(1, 2, 3, 255, 256, 700),
    more: fc.constantFrom(0, 0, 0, 4),
    wide: fc.boolean(),
    wanted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 300 },
);

it('finds of some passages what reading all of a list finds', () => {
  fc.assert(
    fc.property(passages, fc.boolean(), fc.nat(1000), (list, withTable, first) => {
      const held = list.flatMap((passage, doc) => (passage.held ? [{ ...passage, doc }] : []));
      fc.pre(held.length > 0);
      const own = Uint16Array.from(list, ({ wide }) => 9 | (wide ? WIDE : 0));
      const lengths = new Uint16Array(first + list.length);
      lengths.set(own, first);

      const out = new ByteWriter(16);
      const writer = new PostingsWriter(out, () => new ByteWriter(16));
      for (const { doc, count, more } of held) writer.passage(doc, count + more, count);
      writer.end();
      const written = Uint8Array.from(out.view());
      const table = createTables(own, { longFrom: withTable ? 1 : Infinity, block: 4 })(written, held.length);
      const parts = partsOf(Uint8Array.from([...written, ...table]), held.length);
      expect(own.every((length) => (length & MAX_LENGTH) === 9)).toBe(true);

      const all = createHeld(held.length);
      scanPostings(parts, held.length, first, lengths, all);
      expect(Array.from(all.docs)).toEqual(held.map(({ doc }) => doc + first));

      const wanted = Uint32Array.from(list.keys())
        .filter((doc) => list[doc]!.wanted)
        .map((doc) => doc + first);
      const some = createHeld(wanted.length);
      const skips = readSkips(parts.table, held.length);
      const found = findPostings(parts, held.length, first, lengths, some, wanted, skips);
      const places = [...all.docs.keys()].filter((at) => wanted.includes(all.docs[at]!));
      for (const column of ['docs', 'weights', 'counts', 'starts'] satisfies (keyof Held)[])
        expect(Array.from(some[column].subarray(0, found))).toEqual(places.map((at) => all[column][at]));
    }),
  );
});

it('takes a table that was filled with nothing for damage', () => {
  expect(() => readSkips(new Uint8Array(2 * 4 + 18), 4)).toThrow(IndexDamage);
});
