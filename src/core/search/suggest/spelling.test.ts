import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestTerms } from './spelling.ts';
import { termList } from './termList.test-helper.ts';

const LIBRARY = termList({
  government: 900,
  governments: 120,
  governor: 80,
  sanctions: 400,
  sanction: 200,
  compensation: 300,
  conversation: 20,
  yen: 50,
  war: 700,
  санкции: 60,
  ядерный: 40,
  erdoğan: 30,
});

const first = (word: string): string | undefined => closestTerms(LIBRARY, word, 3)[0]?.term;

describe('the closest terms', () => {
  it.each([
    ['goverment', 'government'],
    ['govrenment', 'government'],
    ['govermnent', 'government'],
    ['santcions', 'sanctions'],
    ['ompensation', 'compensation'],
    ['kompensation', 'compensation'],
    ['compennsattion', 'compensation'],
    ['erdogn', 'erdogan'],
    ['ядренн', 'ядерн'],
    ['wra', 'war'],
    ['xy', undefined],
    ['telephone', undefined],
  ])('to %s', (word, closest) => {
    expect(first(word)).toBe(closest);
  });

  it('are the frequent ones among those as close', () => {
    expect(closestTerms(LIBRARY, 'sanctiona', 3).map(({ term }) => term)).toEqual(['sanctions', 'sanction']);
  });

  it('are those that a table for each pair of words finds', () => {
    const word = fc.stringMatching(/^[abc]{3,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, (words, misspelt) => {
        const list = termList(Object.fromEntries(words.map((term) => [term, 1])));
        const most = misspelt.length < 5 ? 1 : 2;
        const close = words.filter((term) => {
          const distance = distanceOf(term, misspelt);
          return distance > 0 && distance <= (term[0] === misspelt[0] ? most : 1);
        });
        const found = closestTerms(list, misspelt, 100);
        expect(found.map(({ term }) => term).toSorted()).toEqual(close.toSorted());
        for (const { term, distance } of found) expect(distance).toBe(distanceOf(term, misspelt));
      }),
      { numRuns: 500 },
    );
  });
});

/** Letters to add, take out, change, or swap with their neighbour, by the book. */
function distanceOf(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_unused, row) =>
    Array.from({ length: b.length + 1 }, (_none, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const steps = [table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...steps);
    }
  return table[a.length]![b.length]!;
}
