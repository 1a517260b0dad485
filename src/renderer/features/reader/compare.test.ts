import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type ComparedBlock } from './compare.ts';

const textOf = (paragraphs: readonly string[]) => {
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { role: 'paragraph' as const, start, end: start + paragraph.length };
  });
  return { text: paragraphs.join('\n\n'), blocks };
};
const compare = (before: readonly string[], after: readonly string[]): ComparedBlock[] =>
  compareTexts(textOf(before), textOf(after));

/** `-gone +come`, what stayed as it is. */
const drawn = (blocks: ComparedBlock[]): string[] =>
  blocks.map(({ parts }) =>
    parts
      .map(({ text, change }) => ({ added: `+${text}`, removed: `-${text}`, '': text })[change ?? ''])
      .join('|'),
  );

describe('two versions', () => {
  it('are compared by words inside paragraphs that are versions of one', () => {
    expect(compare(['Same.', 'The ship sails in March.'], ['Same.', 'The ship sails in April.'])[1]).toEqual({
      change: 'edited',
      parts: [
        { text: 'The ship sails in ', change: null },
        { text: 'March', change: 'removed' },
        { text: 'April', change: 'added' },
        { text: '.', change: null },
      ],
    });
    expect(drawn(compare(['조사가 시작되었다.'], ['조사가 끝났다.']))).toEqual([
      expect.stringContaining('조사가'),
    ]);
  });

  it('show a paragraph that went before the one that came in its place', () => {
    expect(
      drawn(compare(['One here.', 'Wholly other words.'], ['One here.', 'Nothing alike at all'])),
    ).toEqual(['One here.', '-Wholly other words.', '+Nothing alike at all']);
  });

  it('pair paragraphs in order, with others added between', () => {
    expect(
      drawn(
        compare(
          ['The first report came late.', 'The second report came early.'],
          ['New here', 'The first report came very late.', 'Between', 'The second report came early on.'],
        ),
      ),
    ).toEqual([
      '+New here',
      'The first report came |+very |late.',
      '+Between',
      expect.stringMatching(/^The second report came early/u),
    ]);
  });

  it('give back both texts, whatever they are', () => {
    const paragraphs = fc.array(fc.constantFrom('a b c', 'a b d', 'x y', 'a c', 'x y z', 'q'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const blocks = compare(before, after);
        const side = (gone: 'added' | 'removed'): string[] =>
          blocks
            .filter(({ change }) => change !== gone)
            .map(({ parts }) =>
              parts
                .filter(({ change }) => change !== gone)
                .map(({ text }) => text)
                .join(''),
            );
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
    );
  });
});
