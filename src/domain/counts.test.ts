import { describe, expect, it } from 'vitest';
import { addCounts, countText, readingMinutes } from './counts.ts';

describe('countText', () => {
  it('counts words and characters, and leaves out the breaks of lines', () => {
    expect(countText('Two words,\nthree more\u00A0here.\n')).toEqual({
      words: 5,
      characters: 26,
      charactersWithoutSpaces: 23,
    });
  });

  it('counts a character outside the first plane once', () => {
    expect(countText('a 😀')).toEqual({ words: 2, characters: 3, charactersWithoutSpaces: 2 });
  });

  it('finds words where no spaces part them', () => {
    expect(countText('海底ケーブルが切れた。').words).toBeGreaterThan(3);
    expect(countText('해저 케이블이 끊겼다.').words).toBe(3);
  });

  it('is nothing for nothing', () => {
    const none = { words: 0, characters: 0, charactersWithoutSpaces: 0 };
    expect(countText('\n')).toEqual(none);
    expect(addCounts(none, countText('one'))).toEqual(countText('one'));
  });
});

it('tells how long a text takes to read', () => {
  expect([0, 5, 238, 2380].map(readingMinutes)).toEqual([0, 1, 1, 10]);
});
