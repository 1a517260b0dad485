import type { Heading } from '#editor/outline/headings.ts';
import { describe, expect, it } from 'vitest';
import { dropTarget, outlineRows } from './outlineRows.ts';

const heading = (key: string, level: number, parent = 'root'): Heading => ({ key, level, text: key, parent });
/** Begins below the highest level, and leaves one out. */
const HEADINGS = [
  heading('a', 2),
  heading('a1', 3),
  heading('a1x', 5),
  heading('a2', 3),
  heading('note', 4, 'callout'),
  heading('b', 2),
];

const drawn = (closed: string[] = []): string[] =>
  outlineRows(HEADINGS, new Set(closed)).map(
    ({ heading: { key }, depth, expanded, position, siblings }) =>
      `${'  '.repeat(depth)}${expanded === undefined ? '' : expanded ? '-' : '+'}${key} ${position}/${siblings}`,
  );

describe('outlineRows', () => {
  it('indents by level from the highest there is, and nests across levels that were left out', () => {
    expect(drawn()).toEqual(['-a 1/2', '  -a1 1/2', '      a1x 1/1', '  -a2 2/2', '    note 1/1', 'b 2/2']);
  });

  it('leaves out what lies below a closed heading', () => {
    expect(drawn(['a'])).toEqual(['+a 1/2', 'b 2/2']);
  });
});

describe('dropTarget', () => {
  const rows = outlineRows(HEADINGS, new Set());
  const to = (dragged: string, gap: number) => dropTarget(HEADINGS, rows, dragged, gap);

  it('takes a section before any heading but its own, and to the end', () => {
    expect(to('b', 0)).toBe('a');
    expect(to('a2', 1)).toBe('a1');
    expect(to('a1', 6)).toBeNull();
  });

  it('never into itself, nor to where it is', () => {
    expect([0, 1, 2, 3, 5].map((gap) => to('a', gap))).toEqual(Array(5).fill(undefined));
    expect(to('a1', 3)).toBeUndefined();
    expect(to('b', 6)).toBeUndefined();
  });

  it('goes behind a block that holds headings of its own', () => {
    expect(to('a1', 4)).toBe('b');
    expect(to('note', 0)).toBeUndefined();
  });

  it('counts what a closed heading hides to that heading', () => {
    const folded = outlineRows(HEADINGS, new Set(['a']));
    expect(dropTarget(HEADINGS, folded, 'a', 2)).toBeNull();
    expect(dropTarget(HEADINGS, folded, 'b', 0)).toBe('a');
  });
});
