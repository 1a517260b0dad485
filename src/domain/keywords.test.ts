import { expect, it } from 'vitest';
import { keywordList } from './keywords.ts';

it.each([
  ['', []],
  [' , ;', []],
  ['cables, sea  lanes;cables', ['cables', 'sea lanes']],
  ['해저케이블、保険，страхование', ['해저케이블', '保険', 'страхование']],
])('keywords are told apart: %j', (text, words) => {
  expect(keywordList(text)).toEqual(words);
});
