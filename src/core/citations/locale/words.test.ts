import { describe, expect, it } from 'vitest';
import { missingSource } from './words.ts';

describe('a source that is missing', () => {
  it.each([
    ['en-GB', '[source 7 is not in the library]'],
    ['ko-KR', '[출처 7이(가) 라이브러리에 없습니다]'],
    ['de', '[Quelle 7 fehlt in der Bibliothek]'],
    ['constructor', '[source 7 is not in the library]'],
    ['', '[source 7 is not in the library]'],
  ])('is named in %s', (language, words) => {
    expect(missingSource(7, language)).toBe(words);
  });
});
