import { describe, expect, it } from 'vitest';
import { marksOf, readTitle, titleMarkup, withTitleMarkup } from './titleMarkup.ts';

describe('a title that was read with tags', () => {
  it.each([
    ['Plain words', 'Plain words', null],
    ['The <i>Mayak</i> case', 'The Mayak case', 'The <i>Mayak</i> case'],
    ['The <em>Mayak</em>  case', 'The Mayak case', 'The <i>Mayak</i> case'],
    ['<i>On <b>two</b> seas</i>', 'On two seas', '<i>On <b>two</b> seas</i>'],
    [
      '<span style="font-variant: small-caps">nato</span>',
      'nato',
      '<span style="font-variant:small-caps;">nato</span>',
    ],
    [
      '<span class="nocase">de Gaulle</span> now',
      'de Gaulle now',
      '<span class="nocase">de Gaulle</span> now',
    ],
    ['Seas of H<sub>2</sub>O', 'Seas of H₂O', 'Seas of H<sub>2</sub>O'],
    ['10<sup>-6</sup> and 1<sup>er</sup>', '10⁻⁶ and 1er', '10<sup>-6</sup> and 1<sup>er</sup>'],
    ['<jats:italic>Mayak</jats:italic>', 'Mayak', '<i>Mayak</i>'],
  ])('%s', (text, title, markup) => {
    expect(readTitle(text)).toEqual({ title, markup });
  });

  it.each([
    ['what does not end', 'The <i>Mayak case', 'The Mayak case'],
    ['what did not begin', 'The Mayak</i> case', 'The Mayak case'],
    ['a span that says nothing', '<span lang="tr">Boğaz</span>', 'Boğaz'],
    ['what holds nothing', 'The <i></i>case', 'The case'],
  ])('has no marks of %s', (_what, text, title) => {
    expect(readTitle(text)).toEqual({ title, markup: null });
  });

  it('keeps crossed marks apart', () => {
    expect(readTitle('<i>a <b>b</i> c</b>')).toEqual({ title: 'a b c', markup: '<i>a b</i> c' });
  });

  it.each(['a < b and c > d', '<unknown> flags', 'x <3'])('leaves what is no tag: %s', (text) => {
    expect(readTitle(text)).toEqual({ title: text, markup: null });
  });

  it('has no marks where its own words would be taken for tags', () => {
    const decode = (part: string): string => part.replaceAll('&lt;', '<');
    expect(readTitle('<b>Use</b> of &lt;i> in &lt;b>', decode)).toEqual({
      title: 'Use of <i> in <b>',
      markup: null,
    });
  });
});

it('counts only as long as it says what the title says', () => {
  const csl = { title: 'The Mayak case', markup: { title: 'The <i>Mayak</i> case' } };
  expect(titleMarkup(csl, 'title')).toBe('The <i>Mayak</i> case');
  expect(withTitleMarkup(csl)).toEqual({ title: 'The <i>Mayak</i> case' });
  const corrected = { ...csl, title: 'The Mayak affair' };
  expect(titleMarkup(corrected, 'title')).toBe('The Mayak affair');
  expect(withTitleMarkup(corrected)).toEqual({ title: 'The Mayak affair' });
});

it('is taken from the first that fits', () => {
  const titles = { title: 'The Mayak case', 'container-title': 'Sea' };
  expect(
    marksOf(titles, [
      { title: '<i>Another</i>' },
      { title: 'The <b>Mayak</b> case', 'container-title': '<i>Lake</i>' },
    ]),
  ).toEqual({ title: 'The <b>Mayak</b> case' });
});
