/** The queries of the search benchmark: each class draws others, as an analyst would type them. */
import type { OperationInput } from '#contract/index.ts';
import type { Random } from './random.ts';
import { word } from './words.ts';

export interface QueryClass {
  name: string;
  make: () => OperationInput<'search.passages'>;
}

/** Words that nobody looks for near another: they stand everywhere. */
const STOP_WORDS = new Set(Array.from({ length: 20 }, (_unused, rank) => word(rank)));

/** Draws passages of the library, by which phrases are found that are there. */
export type DrawPassage = () => string;

export function queryClasses(random: Random, passage: DrawPassage): QueryClass[] {
  const draw = (from: number, to: number): string => word(random.integer(from, to));
  const wordsOf = (): string[] => {
    for (;;) {
      const words = passage().match(/\p{L}+/gu) ?? [];
      if (words.length > 12) return words;
    }
  };
  return [
    { name: 'one rare word', make: () => ({ query: draw(20_000, 50_000) }) },
    { name: 'one common word', make: () => ({ query: draw(20, 120) }) },
    { name: 'stop word', make: () => ({ query: draw(0, 5) }) },
    {
      name: 'three words AND',
      make: () => ({ query: `${draw(50, 500)} ${draw(200, 2000)} ${draw(500, 5000)}` }),
    },
    {
      name: 'OR of four',
      make: () => ({ query: Array.from({ length: 4 }, () => draw(20, 5000)).join(' OR ') }),
    },
    {
      name: 'phrase',
      make() {
        const words = wordsOf();
        const length = random.integer(2, 3);
        const at = random.integer(0, words.length - length);
        return { query: `"${words.slice(at, at + length).join(' ')}"` };
      },
    },
    {
      name: 'phrase of two stop words',
      make: () => ({ query: `"${draw(0, 5)} ${draw(0, 5)}"` }),
    },
    {
      name: 'prefix, as typed',
      make: () => ({ query: `${draw(500, 5000).slice(0, random.integer(3, 4))}*` }),
    },
    {
      name: 'NEAR',
      make() {
        for (;;) {
          const words = wordsOf();
          const at = random.integer(0, words.length - 6);
          const pair = [words[at]!, words[at + random.integer(1, 5)]!];
          if (pair.every((drawn) => !STOP_WORDS.has(drawn.toLowerCase())))
            return { query: pair.join(' NEAR/5 ') };
        }
      },
    },
    { name: 'NEAR of two stop words', make: () => ({ query: `${draw(0, 5)} NEAR/5 ${draw(0, 5)}` }) },
    {
      name: 'field, date and facets',
      make: () => ({
        query: `${draw(20, 500)} type:report date:${random.integer(2015, 2018)}..2021-06`,
        publications: ['Institute A', 'Institute B', 'Institute C'],
        years: [2018, 2019, 2020],
      }),
    },
    { name: 'title field', make: () => ({ query: `title:${draw(20, 500)} ${draw(20, 500)}` }) },
    {
      name: 'two characters of Korean',
      make: () => ({ query: word(random.integer(0, 3000), 'ko').slice(0, 2) }),
    },
    {
      name: 'misspelt',
      make() {
        const right = draw(1000, 20_000);
        const at = random.integer(1, right.length - 2);
        return { query: `${right.slice(0, at)}q${right.slice(at + 1)} ` };
      },
    },
    { name: 'stop word, newest first', make: () => ({ query: draw(0, 5), sort: 'newest' }) },
    { name: 'common word by article', make: () => ({ query: draw(20, 120), group: 'article' }) },
    {
      name: 'page 2,000 of a stop word',
      make: () => ({ query: draw(0, 5), offset: 100_000 }),
    },
  ];
}

/** A passage with a third of its words dropped and the rest in another order. */
export function disturbed(text: string, random: Random): string {
  const words = text.split(/\s+/u).filter(() => random.next() > 1 / 3);
  for (let at = words.length - 1; at > 0; at -= 1) {
    const other = random.integer(0, at);
    [words[at], words[other]] = [words[other]!, words[at]!];
  }
  return words.join(' ');
}
