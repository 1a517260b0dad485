import { describe, expect, it } from 'vitest';
import { didYouMean, type Spellings } from './didYouMean.ts';
import { termList } from './termList.test-helper.ts';

const LIBRARY = termList({
  forced: 90,
  labour: 80,
  labor: 10,
  compensation: 70,
  government: 60,
  санкции: 50,
  trade: 40,
  war: 30,
  강제: 5,
});
const WRITTEN: Record<string, string> = { санкц: 'санкции' };

const SPELLINGS: Spellings = {
  terms: LIBRARY,
  written: (term) => WRITTEN[term] ?? term,
  holds: (term) => LIBRARY.find(term) >= 0,
};
const meant = (query: string): string | null => didYouMean(query, SPELLINGS)?.query ?? null;

describe('did you mean', () => {
  it.each([
    ['forced labour', null],
    ['forcd labour ', 'forced labour '],
    ['"forced labuor" AND goverment -x', '"forced labour" AND government -x'],
    ['title:compesation tag:compesation', 'title:compensation tag:compesation'],
    ['(trade OR comepnsation)', '(trade OR compensation)'],
    ['forcedlabour', 'forced labour'],
    ['санкцеями ', 'санкции '],
    ['Gouvernment NEAR/3 trad*', 'government NEAR/3 trad*'],
    // It is still being typed.
    ['trade compens', null],
    ['trade compens ', null],
    ['강졔 2032x ', null],
    ['', null],
  ])('%s', (query, expected) => {
    expect(meant(query)).toBe(expected);
  });

  it('names the words', () => {
    expect(didYouMean('forcd labuor ', SPELLINGS)?.words).toEqual([
      { from: 'forcd', to: 'forced' },
      { from: 'labuor', to: 'labour' },
    ]);
  });
});
