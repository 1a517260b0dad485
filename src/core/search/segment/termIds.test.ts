import { describe, expect, it } from 'vitest';
import { createTermIds } from './termIds.ts';

describe('numbers of terms', () => {
  it('are the same whether a word is given as a term or stands in a text', () => {
    const ids = createTermIds();
    const text = 'The NATO Summit of 2024, the nato summit of 2024';
    const spans = Array.from(text.matchAll(/\w+/gu), ({ index, 0: word }) => ({ index, word }));
    const found = spans.map(({ index, word }) => ids.ofPlain(text, index, index + word.length));
    expect(found).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(ids.names).toEqual(['the', 'nato', 'summit', 'of', '2024']);
    expect(ids.names.map((name) => ids.of(name))).toEqual([0, 1, 2, 3, 4]);
  });

  it('stay in order of code units while more come', () => {
    const ids = createTermIds();
    const words = Array.from(
      { length: 20_000 },
      (_none, at) => `${'aäжｶ한𠀀'.charAt(at % 5)}${(at * 7919) % 20_011}`,
    );
    for (const some of [words.slice(0, 3), words.slice(0, 9000), words]) {
      for (const word of some) ids.of(word);
      expect(Array.from(ids.inOrder(), (id) => ids.names[id])).toEqual(some.toSorted());
    }
  });
});
