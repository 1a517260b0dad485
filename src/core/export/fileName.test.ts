import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from './fileName.ts';

describe('fileNameFor', () => {
  it.each([
    ['Claims of 1965', 'Claims of 1965.pdf'],
    ['  spaced\t out\n', 'spaced out.pdf'],
    ['Who/What: "Why?" <x>|*\\', 'Who-What- Why x.pdf'],
    ['', 'brief.pdf'],
    ['...', 'brief.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['trailing. . ', 'trailing.pdf'],
    ['CON', 'CON-brief.pdf'],
    ['nul.txt', 'nul-brief.txt.pdf'],
    ['COM¹', 'COM¹-brief.pdf'],
    ['Lpt1 . report', 'Lpt1-brief. report.pdf'],
    ['Constitution', 'Constitution.pdf'],
    ['강제동원 배상', '강제동원 배상.pdf'],
    ['a\u202Eb', 'a b.pdf'],
  ])('%j becomes %j', (title, name) => {
    expect(fileNameFor(title, 'pdf')).toBe(name);
  });

  it('cuts long titles between letters', () => {
    const name = fileNameFor('👩‍👩‍👧'.repeat(100), 'md');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(123);
  });

  it('is a name that every system takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = fileNameFor(title, 'pdf');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{C}]+\.pdf$/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]\.pdf$/);
        expect(name.isWellFormed()).toBe(true);
        expect(new TextEncoder().encode(name).length).toBeLessThan(200);
      }),
    );
  });
});
