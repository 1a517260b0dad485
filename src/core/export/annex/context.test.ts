import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock } from '#domain/article.ts';
import { squeeze } from '#domain/quotation.ts';
import { contextOf, type Passage } from './context.ts';

function article(...blocks: (string | [ArticleBlock['role'], string])[]) {
  const made: ArticleBlock[] = [];
  let text = '';
  for (const block of blocks) {
    const [role, words] = typeof block === 'string' ? (['paragraph', block] as const) : block;
    if (text !== '') text += '\n\n';
    made.push({ role, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, blocks: made };
}

/** The passages with `{}` around the quote. */
function around(content: ReturnType<typeof article>, words: string, language = 'en'): string[] {
  const start = content.text.indexOf(words);
  return shown(contextOf(content, { start, end: start + words.length }, language));
}

const shown = (passages: Passage[]): string[] =>
  passages.map((passage) => passage.map(({ text, quoted }) => (quoted ? `{${text}}` : text)).join(''));

const LONG = 'This is one of many sentences that say next to nothing. ';

describe('the context of a quote', () => {
  it('is its paragraph, with the neighbour on a side that shows little', () => {
    const content = article('First.', `Second. The words. ${LONG.repeat(3).trim()}`, 'Third.');
    expect(around(content, 'The words.')).toEqual([
      'First.',
      `Second. {The words.} ${LONG.repeat(3).trim()}`,
    ]);
    expect(around(content, 'First.')[0]).toBe('{First.}');
  });

  it('is cut at sentences, and says so', () => {
    const content = article(`${LONG.repeat(20)}The words. ${LONG.repeat(20).trim()}`);
    const [passage = ''] = around(content, 'The words.');
    expect(passage.length).toBeLessThan(900);
    expect(passage).toBe(`[…] ${LONG.repeat(7)}{The words.} ${LONG.repeat(7).trim()} […]`);
  });

  it('is cut at words where a sentence does not end, and between letters of scripts without spaces', () => {
    const word = 'endless ';
    const [english = ''] = around(article(`${word.repeat(200)}here ${word.repeat(200)}`), 'here');
    expect(english).toMatch(/^\[…\] (?:endless )+\{here\}(?: endless)+ \[…\]$/u);
    const [chinese = ''] = around(article(`${'国家'.repeat(900)}条约${'国家'.repeat(900)}`), '条约', 'zh');
    expect(chinese).toMatch(/^\[…\] (?:家|国家)+\{条约\}(?:国家)+(?:国)? \[…\]$/u);
  });

  it('takes no heading that follows, and no text into notes', () => {
    const content = article(['heading', 'Before'], 'The words.', ['heading', 'After'], 'More.', [
      'note',
      'A note.',
    ]);
    expect(around(content, 'The words.')).toEqual(['Before', '{The words.}']);
    expect(around(content, 'A note.')).toEqual(['{A note.}']);
    expect(around(content, 'More.')).toEqual(['After', '{More.}']);
  });

  it('has several paragraphs where the quote has', () => {
    const content = article('One. Two.', 'Three.', 'Four. Five.');
    expect(around(content, 'Two.\n\nThree.\n\nFour.')).toEqual(['One. {Two.}', '{Three.}', '{Four.} Five.']);
  });

  it('holds the words whole and in their place, whatever the text is', () => {
    const paragraphs = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (words, a, b) => {
        const content = article(...words);
        const [start, end] = [a % content.text.length, b % content.text.length].toSorted((x, y) => x - y);
        const range = { start: start!, end: end! + 1 };
        const passages = contextOf(content, range, 'en');
        const quoted = passages.flatMap((passage) => passage.filter((part) => part.quoted));
        expect(squeeze(quoted.map(({ text }) => text).join(' '))).toBe(
          squeeze(content.text.slice(range.start, range.end)),
        );
        for (const passage of passages)
          for (const { text } of passage)
            expect(content.text.includes(text) || text.trim() === '[…]').toBe(true);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});
