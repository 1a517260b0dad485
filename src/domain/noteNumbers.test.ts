import { describe, expect, it } from 'vitest';
import { numberNotes } from './noteNumbers.ts';

/** Text with a citation, a footnote with two citations, a citation, and a footnote without any. */
const document = {
  clusters: [1, 2, 3, 4],
  footnotes: [
    { at: 1, count: 2 },
    { at: 4, count: 0 },
  ],
};

describe('numbers of notes', () => {
  it('run through citations and the author’s footnotes where citations are notes', () => {
    expect(numberNotes(document, true)).toEqual({
      own: [1, null, null, 3],
      within: [1, 2, 2, 3],
      footnotes: [2, 4],
    });
  });

  it('count the author’s footnotes alone where citations stand in the text', () => {
    expect(numberNotes(document, false)).toEqual({
      own: [null, null, null, null],
      within: [0, 0, 0, 0],
      footnotes: [1, 2],
    });
  });
});
