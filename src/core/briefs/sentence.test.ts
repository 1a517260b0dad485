import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence.ts';

const around = (marked: string, language = 'en', kind: 'citation' | 'quote' = 'citation') => {
  const at = marked.indexOf('^');
  const { text, at: place } = sentenceAround(marked.replace('^', ''), at, language, kind);
  return `${text.slice(0, place)}^${text.slice(place)}`;
};

describe('the sentence around a citation', () => {
  it('is the one before the mark where it stands behind the stop', () => {
    expect(around('One came. Two left.^ Three stayed.')).toBe('Two left.^');
    expect(around('One came. Two left ^(Kim 2020). Three stayed.')).toBe('Two left ^(Kim 2020).');
    expect(around('^One came. Two left.')).toBe('^One came.');
    expect(around('첫째입니다. 둘째입니다.^ 셋째입니다.', 'ko')).toBe('둘째입니다.^');
  });

  it('is empty where there are no words, and takes any language tag', () => {
    expect(around('^')).toBe('^');
    expect(around('One came.^', 'not a language')).toBe('One came.^');
  });

  it('is cut at words around the mark where it is long; a quote at its end', () => {
    const words = Array.from({ length: 200 }, (_unused, index) => `word${index}`).join(' ');
    const cut = around(words.replace('word100 ', 'word100^ '));
    expect(cut).toMatch(/^… word\d+ .* word100\^ word101 .* word\d+ …$/u);
    expect(cut.length).toBeLessThan(340);
    expect(around(`${words}^`, 'en', 'quote')).toMatch(/^word0 word1 .* word\d+ …\^?$|^word0 .*\^ …$/u);
  });

  it('holds the mark and only words of the text, whatever these are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.nat(900), (text, place) => {
        const cut = sentenceAround(text, Math.min(place, text.length), 'en', 'citation');
        expect(cut.at).toBeLessThanOrEqual(cut.text.length);
        expect(text).toContain(cut.text.replace(/^… /u, '').replace(/ …$/u, ''));
      }),
    );
  });
});
