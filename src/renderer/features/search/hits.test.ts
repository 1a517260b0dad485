import { expect, it } from 'vitest';
import { fromMatch } from './hits.ts';

const marked = ({ text, ranges }: ReturnType<typeof fromMatch>): string[] =>
  ranges.map(([start, end]) => text.slice(start, end));
const hit = (excerpt: string, ...words: string[]) => ({
  excerpt,
  highlights: words.map((word): [number, number] => [
    excerpt.indexOf(word),
    excerpt.indexOf(word) + word.length,
  ]),
});

it('shows an excerpt from its beginning where its first match is near', () => {
  const near = hit('…the treaty was signed in May.', 'treaty', 'May');
  expect(fromMatch(near, 'lines')).toEqual({ text: near.excerpt, ranges: near.highlights });
  expect(fromMatch(hit('No match in it.'), 'line')).toEqual({ text: 'No match in it.', ranges: [] });
});

it('begins at a word before the first match where that stands far behind', () => {
  const far = hit(`${'lorem ipsum '.repeat(9)}the treaty was signed in May.`, 'treaty', 'May');
  const lines = fromMatch(far, 'lines');
  expect(lines.text).toBe('…ipsum lorem ipsum lorem ipsum the treaty was signed in May.');
  expect(marked(lines)).toEqual(['treaty', 'May']);
  const line = fromMatch(far, 'line');
  expect(line.text).toBe('…the treaty was signed in May.');
  expect(marked(line)).toEqual(['treaty', 'May']);
});

it('cuts between characters where there are no words', () => {
  const far = hit(`${'𠮷'.repeat(60)}補償`, '補償');
  const { text, ranges } = fromMatch(far, 'lines');
  expect(text.isWellFormed()).toBe(true);
  expect(marked({ text, ranges })).toEqual(['補償']);
  expect(text.length).toBeLessThan(50);
});
