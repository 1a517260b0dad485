import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faithfulness, LEFT_OUT } from './quotation.ts';

const SOURCE =
  'The ministry said that wages rose. It did not, however, say by how much. Analysts [1] were less sure… of it.';

describe('a quote beside its source', () => {
  it.each([
    ['as it stands', SOURCE],
    ['laid out anew', SOURCE.replaceAll('. ', '.\n\n')],
    ['whole sentences of it', 'It did not, however, say by how much.'],
  ])('is exact: %s', (_what, quoted) => expect(faithfulness(SOURCE, quoted)).toBe('exact'));

  it.each([
    ['words left out', 'The ministry said […] wages rose.'],
    ['across sentences', 'The ministry said that wages rose. […] Analysts [1] were less sure… of it.'],
    ['other forms of the ellipsis', 'The ministry … rose. It did not, . . . say by how much.'],
    ['an addition', 'It did not, however, say [to parliament] by how much.'],
    ['an addition in place of words', '[The ministry] did not, however, say by how much.'],
    ['a letter', '[W]ages rose.'],
    ['sic', 'The ministry said that wages [sic] rose.'],
    ['both ends cut off', '[…] not, however, say […]'],
    ['an ellipsis beside the one of the source', '[…] less sure… of it.'],
  ])('is marked: %s', (_what, quoted) => expect(faithfulness(SOURCE, quoted)).toBe('marked'));

  it.each([
    ['a word changed', SOURCE.replace('rose', 'fell')],
    ['a word left out', 'It did not say by how much.'],
    ['not', 'It did, however, say by how much.'],
    ['words added', SOURCE.replace('wages', 'real wages')],
    ['an end cut off', 'It did not, however, say'],
    ['a beginning cut off', 'wages rose.'],
    ['another order', 'Analysts […] the ministry said that wages rose.'],
    ['an ellipsis within a word', 'The min[…]stry said that wages rose.'.replace('[…]', 'i […] s')],
    ['brackets that hide a sentence', 'The [big] how much.'],
    ['nothing', ''],
  ])('is altered: %s', (_what, quoted) => expect(faithfulness(SOURCE, quoted)).toBe('altered'));

  it('knows where words are not parted by spaces', () => {
    const source = '政府は昨日、賃金が上がったと発表した。詳細は述べなかった。';
    expect(faithfulness(source, '政府は[…]賃金が上がったと発表した。')).toBe('marked');
    expect(faithfulness(source, '詳細は述べなかった。')).toBe('exact');
    expect(faithfulness(source, '政府は賃金が上がったと発表した。')).toBe('altered');
  });

  const words = fc.array(fc.constantFrom('alpha', 'beta', 'not', 'gamma,', 'delta.', '[x]', 'Ω'), {
    minLength: 4,
    maxLength: 30,
  });
  it('is marked wherever an ellipsis stands for words, and altered where it does not', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (source, a, b) => {
        const from = 1 + (a % (source.length - 2));
        const to = from + 1 + (b % (source.length - from - 1));
        const left = source.slice(0, from).join(' ');
        const right = source.slice(to).join(' ');
        expect(faithfulness(source.join(' '), `${left} ${LEFT_OUT} ${right}`)).toBe('marked');
      }),
    );
  });
  it('never takes words for the source’s that are not in it', () => {
    fc.assert(
      fc.property(words, fc.nat(), (source, at) => {
        const changed: string[] = [...source];
        changed[at % source.length] = 'never';
        expect(faithfulness(source.join(' '), changed.join(' '))).toBe('altered');
      }),
    );
  });
});
