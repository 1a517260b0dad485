import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faithfulness } from '#domain/quotation.ts';
import { missingMarks } from './marks.ts';

function marked(exact: string, quoted: string): string {
  return missingMarks(exact, quoted)
    .toReversed()
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), quoted);
}

const SOURCE = 'The ministry said that wages rose. It did not, however, say by how much.';

describe('marking what was changed in a quote', () => {
  it.each([
    [SOURCE, SOURCE],
    ['It did not, however, say by how much.', 'It did not, however, say by how much.'],
    ['The ministry said wages rose.', 'The ministry said […] wages rose.'],
    ['The ministry said that real wages rose.', 'The ministry said that [real] wages rose.'],
    ['It did, however, say by how much.', 'It did […], however, say by how much.'],
    ['The government said that wages rose.', 'The [government] said that wages rose.'],
    ['It did not, however, say', 'It did not, however, say […]'],
    ['The ministry [in Ankara] said wages rose.', 'The ministry [in Ankara] said […] wages rose.'],
    ['The ministry said […] wages rose.', 'The ministry said […] wages rose.'],
    ['The […] wages fell.', 'The […] wages [fell].'],
  ])('%s', (quoted, expected) => {
    const text = marked(SOURCE, quoted);
    expect(text).toBe(expected);
    expect(faithfulness(SOURCE, text)).not.toBe('altered');
  });

  it('marks where words are not parted by spaces', () => {
    const source = '政府は昨日、賃金が上がったと発表した。';
    expect(marked(source, '政府は、賃金が大きく上がったと発表した。')).toBe(
      '政府は […]、賃金が[大きく]上がったと発表した。',
    );
    expect(faithfulness(source, marked(source, '政府は、賃金が大きく上がったと発表した。'))).toBe('marked');
  });

  const word = fc.constantFrom('alpha', 'beta', 'not', 'gamma,', 'delta.', 'Ω', '이것', '東京');
  it('leaves nothing unmarked, whatever was done', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 25 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('cut', 'add', 'replace'), word), { maxLength: 6 }),
        (source, edits) => {
          const quoted = [...source];
          for (const [place, kind, added] of edits) {
            const at = place % (quoted.length + 1);
            quoted.splice(at, kind === 'add' ? 0 : 1, ...(kind === 'cut' ? [] : [added]));
          }
          fc.pre(quoted.join('').trim() !== '');
          const exact = source.join(' ');
          const text = marked(exact, quoted.join(' '));
          expect([faithfulness(exact, text), text]).not.toContain('altered');
          // All the words are still there, in their order.
          expect(text.replaceAll(/\[…\]|[[\]\s]/gu, '')).toBe(quoted.join(''));
        },
      ),
    );
  });
});
