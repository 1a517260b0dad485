import { expect, it } from 'vitest';
import type { PassageHit } from '#contract/search.ts';
import { isTelling, locate } from './locate.ts';

const TEXT =
  'He said “the talks — long over\u00ADdue — began”.\n\nNobody   had expected it. 조약은 1965년에 서명되었다고 정부가 밝혔다.';
const hit = (articleId: number, versionId: number): PassageHit => ({
  articleId,
  versionId,
  title: `Article ${articleId}`,
  start: 0,
  end: 1,
  titleMatches: [],
  publication: null,
  issued: null,
  excerpt: '',
  highlights: [],
  matches: [],
});
const find = (words: string) => {
  const found = locate(words, [hit(1, 10), hit(2, 20)], (version) =>
    version === 20 ? TEXT : 'Other words.',
  );
  return found === null ? null : TEXT.slice(found.start, found.end);
};

it.each([
  ['as they stand', TEXT.slice(3, 60)],
  ['with other marks and spaces', 'said "the talks - long overdue - began".\nNobody had'],
  ['in Korean', '조약은 1965년에 서명되었다고 정부가 밝혔다.'],
])('finds words %s', (_what, words) => {
  const squeeze = (text: string) => text.replaceAll(/[\s\u00AD“”"—-]/gu, '');
  expect(squeeze(find(words)!)).toBe(squeeze(words));
});

it('finds nothing that says something else, or that the library has lost', () => {
  expect(find('He said “the talks, long overdue, ended”.')).toBeNull();
  expect(locate('said the talks', [hit(3, 30)], () => undefined)).toBeNull();
});

it('takes a few words for nobody’s', () => {
  expect(isTelling('Nobody had expected it.')).toBe(false);
  expect(isTelling('Nobody had expected it to be so.')).toBe(true);
  expect(isTelling('   \n\t '.repeat(50))).toBe(false);
});
