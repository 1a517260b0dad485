import * as fc from 'fast-check';
import { newStemmer } from 'snowball-stemmers';
import { describe, expect, it } from 'vitest';
import { stemRussian } from './russian.ts';

describe('Russian stems', () => {
  it.each([
    ['санкция санкции санкций санкцию санкциями санкциях', 'санкц'],
    ['ядерный ядерного ядерное ядерными', 'ядерн'],
    ['правительство правительства правительством', 'правительств'],
    ['войне войны войной', 'войн'],
    ['в к', null],
  ])('%s', (words, stem) => {
    for (const word of words.split(' ')) expect(stemRussian(word)).toBe(stem ?? word);
  });

  it('are those of Snowball', () => {
    const snowball = newStemmer('russian');
    const letters = Array.from({ length: 32 }, (_unused, index) => String.fromCodePoint(0x430 + index));
    const parts =
      'ост ость ейш ейше нн ть ся вшись ями ого ему ующ ивш ен ла ете ий ые санкци правитель договор'.split(
        ' ',
      );
    const word = fc.array(fc.oneof(fc.constantFrom(...letters), fc.constantFrom(...parts)), { maxLength: 7 });
    fc.assert(
      fc.property(word, (pieces) => {
        expect(stemRussian(pieces.join(''))).toBe(snowball.stem(pieces.join('')));
      }),
      { numRuns: 3000 },
    );
  });
});
