import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeExcerpt } from './excerpt.ts';
import { parseQuery } from './query/parse.ts';
import { wantedWords } from './query/tree.ts';

const excerptOf = (passage: string, query: string): ReturnType<typeof makeExcerpt> =>
  makeExcerpt(passage, wantedWords(parseQuery(query).root));
const filler = (words: number): string => 'lorem ipsum dolor '.repeat(words / 3);

describe('an excerpt', () => {
  it('is the whole passage where that is short', () => {
    expect(excerptOf('A short one.', 'short')).toEqual({
      excerpt: 'A short one.',
      highlights: [[2, 7]],
      matches: [[2, 7]],
    });
  });

  it('surrounds the cluster with the most different words, cut between words', () => {
    const passage = `${filler(60)}labour ${filler(60)}forced labour and pay ${filler(90)}labour labour labour ${filler(30)}`;
    const { excerpt, highlights } = excerptOf(passage, 'forced labour pay');
    expect(highlights.map(([start, end]) => excerpt.slice(start, end))).toEqual(['forced', 'labour', 'pay']);
    expect(excerpt).toMatch(/^…(lorem|ipsum|dolor) .* (lorem|ipsum|dolor)…$/);
    expect(excerpt.length).toBeGreaterThan(200);
    expect(excerpt.length).toBeLessThanOrEqual(242);
  });

  it('shows the beginning where only the title matched', () => {
    expect(excerptOf(filler(90), 'title').excerpt).toMatch(/^lorem .*…$/);
  });

  it('cuts text without spaces between characters', () => {
    const { excerpt, highlights } = excerptOf(`${'漢字'.repeat(300)}補償${'仮名'.repeat(300)}`, '補償');
    expect(excerpt).toHaveLength(242);
    expect(highlights.map(([start, end]) => excerpt.slice(start, end))).toEqual(['補償']);
  });

  it('joins the pairs of a run, and keeps neighbours apart', () => {
    expect(excerptOf('国際司法裁判所', '司法裁判').matches).toEqual([[2, 6]]);
    expect(excerptOf('国際司法裁判所', '国際 司法').matches).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  it('is always a part of the passage, with whole characters and its highlights inside', () => {
    const piece = fc.constantFrom(
      'war ',
      'peace',
      ' ',
      '😀',
      '𝒳',
      '法',
      '律',
      'e\u0301',
      '\n',
      '\t',
      'x'.repeat(40),
      '한국 ',
    );
    const passage = fc.array(piece, { minLength: 1, maxLength: 200 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        passage,
        fc.constantFrom('war', 'peace 😀', '法律', '法', '한국 war', 'é', 'nothing'),
        (text, query) => {
          const { excerpt, highlights, matches } = excerptOf(text, query);
          const inner = excerpt.replace(/^…/, '').replace(/…$/, '');
          expect(text).toContain(inner);
          expect(inner.isWellFormed()).toBe(true);
          expect(excerpt.length).toBeLessThanOrEqual(262);
          const shown = highlights.map(([start, end]) => excerpt.slice(start, end));
          const all = matches.map(([start, end]) => text.slice(start, end));
          expect(shown.every((word) => all.some((match) => match.includes(word)))).toBe(true);
          expect(shown.length > 0).toBe(matches.length > 0);
          for (const [index, [start, end]] of highlights.entries()) {
            expect(start).toBeGreaterThanOrEqual(highlights[index - 1]?.[1] ?? 0);
            expect(end).toBeLessThanOrEqual(excerpt.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
