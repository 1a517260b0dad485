import { expect, it } from 'vitest';
import { plainText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { sourceEntry } from './sourceEntry.ts';

const KIM: CslItem = {
  type: 'article-journal',
  title: 'Claims',
  author: [{ family: 'Kim', given: 'Marie' }],
  'container-title': 'Review',
  issued: { 'date-parts': [[2019, 5]] },
};
const entry = (csl: CslItem, words: string, language = 'en'): string =>
  plainText(sourceEntry(csl, [{ text: words }, { text: ' 2019b.', marks: ['italic'] }], language));

it('is that of the list', () => {
  expect(entry(KIM, 'Kim, Marie. “Claims.”')).toBe('Kim, Marie. “Claims.” 2019b.');
});

it('has the names that the list does not repeat', () => {
  expect(entry(KIM, '———. “Claims.”')).toBe('Kim, Marie. “Claims.” 2019b.');
  const three = {
    ...KIM,
    author: [...KIM.author!, { family: 'Roe', given: 'Jan' }, { literal: 'The Office' }],
  };
  expect(entry(three, '---. “Claims.”')).toBe('Kim, Marie, Jan Roe, and The Office. “Claims.” 2019b.');
  expect(entry(three, '———, ———. “Claims.”', 'de')).toBe(
    'Kim, Marie, Jan Roe und The Office. “Claims.” 2019b.',
  );
  const van = { ...KIM, author: [{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }] };
  expect(entry(van, '———.')).toBe('Gogh, Vincent van. 2019b.');
  expect(entry({ ...KIM, author: [{ family: '홍', given: '길동' }] }, '———.')).toBe('홍길동. 2019b.');
  const { author, ...edited } = KIM;
  expect(entry({ ...edited, editor: author! }, '———, ed.')).toBe('Kim, Marie, ed. 2019b.');
});

it('says what it is where the list says nothing, or nobody is named', () => {
  expect(plainText(sourceEntry(KIM, undefined, 'en'))).toBe('Marie Kim, Claims, Review, May 2019');
  expect(plainText(sourceEntry({ type: 'book', title: 'Claims' }, [{ text: '———.' }], 'en'))).toBe('Claims');
});
