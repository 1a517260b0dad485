import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, type CompletionSource, type CountedField } from './complete.ts';
import { termList } from './termList.test-helper.ts';

const VALUES: Record<CountedField, { value: string; count: number }[]> = {
  publisher: [
    { value: 'The Hankyoreh', count: 30 },
    { value: 'Hanover Press', count: 3 },
    { value: 'Asahi "Digital"', count: 9 },
  ],
  tag: [{ value: 'sanctions', count: 4 }],
  in: [{ value: 'South Korea', count: 12 }],
  lang: [
    { value: 'ko', count: 7 },
    { value: 'en', count: 40 },
  ],
  type: [{ value: 'article-newspaper', count: 20 }],
  date: [
    { value: '2024', count: 2 },
    { value: '2023', count: 9 },
  ],
};
const SOURCE: CompletionSource = {
  terms: termList({ sanction: 20, sanctions: 80, sanctioned: 5, sane: 3, san: 1, tag: 2, санкции: 9 }),
  written: (term) => (term === 'санкц' ? 'санкции' : term),
  passages: (term, df) => (term === 'sane' ? 0 : df),
  values: (field) => VALUES[field],
};

/** The queries that the completions at `|` lead to. */
function ways(typed: string): string[] {
  const caret = typed.indexOf('|');
  const query = typed.replace('|', '');
  return complete(query, caret, SOURCE).map(
    ({ from, to, insert }) => query.slice(0, from) + insert + query.slice(to),
  );
}

describe('completions', () => {
  it.each([
    ['sanct|', ['sanctions', 'sanction', 'sanctioned']],
    // It is a word itself, but for one that is much rarer than those it begins.
    ['sanction|', []],
    ['san|', ['sanctions', 'sanction', 'sanctioned']],
    ['"war sanctio|', ['"war sanctions', '"war sanction', '"war sanctioned']],
    ['title:sanctione|', ['title:sanctioned']],
    ['x санк|', ['x санкции']],
    ['sanctions|', []],
    ['sanc|tions', []],
    ['s|', []],
    ['ta|', ['tag:', 'tag']],
    ['-Ta|', ['-tag:', '-tag']],
    ['x tag:|', ['x tag:sanctions']],
    [
      'publisher:|',
      ['publisher:"The Hankyoreh"', 'publisher:"Asahi  Digital "', 'publisher:"Hanover Press"'],
    ],
    ['publisher:han|', ['publisher:"Hanover Press"', 'publisher:"The Hankyoreh"']],
    ['publisher:"the h|', ['publisher:"The Hankyoreh"']],
    ['in:so| x', ['in:"South Korea" x']],
    ['lang:kor|', ['lang:ko']],
    ['type:news|', ['type:article-newspaper']],
    ['date:20|', ['date:2024', 'date:2023']],
    ['is:un|', ['is:unread']],
    ['cited:|', ['cited:yes', 'cited:no']],
    ['grade:con|', ['grade:1']],
    ['grade:|', Array.from('ABCDEF123456', (grade) => `grade:${grade}`)],
    ['author:|', []],
    ['nothing', []],
  ])('%s', (typed, expected) => {
    expect(ways(typed.includes('|') ? typed : `${typed}|`)).toEqual(expected);
  });

  it('say what they are', () => {
    expect(complete('lang:', 5, SOURCE)[1]).toEqual({
      from: 5,
      to: 5,
      insert: 'ko',
      label: 'Korean',
      kind: 'value',
      count: 7,
    });
  });

  it('stay inside the query, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('tag:', 'sanc', '"', '(', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(20), (pieces, caret) => {
        const query = pieces.join('');
        for (const { from, to } of complete(query, caret, SOURCE)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(query.length);
        }
      }),
    );
  });
});
