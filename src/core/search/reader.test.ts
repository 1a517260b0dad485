import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageHit, SearchOutput } from '#contract/search.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles, type NewArticle } from '../articles/add.ts';
import { openLibrary } from '../db/open.ts';
import { tokenize } from './fold.ts';
import { createIndexer } from './indexer.ts';
import { createSearchReader, type SearchInput } from './reader.ts';

type Find = (query: string, more?: Partial<SearchInput>) => SearchOutput;

/** Indexes the articles and returns the search over them. Their ids count from 1. */
async function indexed(articles: NewArticle[]): Promise<{ find: Find; close: () => Promise<void> }> {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  addArticles(library.db, articles);
  const indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 1));
  const reader = createSearchReader(library.folder);
  return {
    find: (query, more) =>
      reader.search({ query, sort: 'best', group: 'passage', offset: 0, limit: 200, ...more }),
    async close() {
      reader.release();
      await indexer.close();
      library.close();
    },
  };
}

const marked = ({ excerpt, highlights }: Pick<PassageHit, 'excerpt' | 'highlights'>): string =>
  highlights.reduceRight(
    (text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
    excerpt,
  );
const titled = ({ title, titleMatches }: Pick<PassageHit, 'title' | 'titleMatches'>): string =>
  marked({ excerpt: title, highlights: titleMatches });
const key = ({ articleId, start }: PassageHit): string => `${articleId}:${start}`;
const ids = ({ hits }: SearchOutput): number[] => hits.map(({ articleId }) => articleId);

describe('searching', () => {
  const long = `${'Nothing of interest happens here at all. '.repeat(12)}Then the compensation of forced labour was agreed in Seoul. ${'And the years went on and on. '.repeat(12)}`;
  const texts: NewArticle[] = [
    makeArticle(['Compensation was paid late.', 'Forced labour went on.', 'The labour market.'], {
      title: 'Reparations',
      publisher: 'Institute A',
      issued: { 'date-parts': [[2020, 3]] },
    }),
    makeArticle([long], {
      title: 'A treaty',
      'container-title': 'The Daily',
      issued: { 'date-parts': [[2021]] },
    }),
    makeArticle(['Weather report for Erdoğan’s visit to İstanbul. 😀 Fine.'], {
      title: 'Compensation in one word',
      author: [{ family: 'Łukasz', given: 'J.' }],
    }),
    makeArticle(['법원은 강제노동 배상을 명령했다. 法の支配', '強制労働補償について'], { title: '배상' }),
  ];

  it('finds, counts, highlights and cuts', async () => {
    const { find, close } = await indexed(texts);

    const three = find('forced labour compensation');
    expect(ids(three), 'all words in one passage come before words that are scattered').toEqual([2, 1]);
    expect(three.total).toBe(2);
    const [together, scattered] = three.hits;
    expect(marked(together!)).toMatch(
      /^….*Then the \[compensation\] of \[forced\] \[labour\] was agreed.*…$/,
    );
    expect(together!.excerpt.length).toBeGreaterThan(200);
    expect(together!.excerpt.length).toBeLessThanOrEqual(260);
    expect(together!.matches.map(([start, end]) => long.slice(start, end))).toEqual([
      'compensation',
      'forced',
      'labour',
    ]);
    expect(marked(scattered!), 'the passage with the most of the words').toBe('[Forced] [labour] went on.');
    expect(scattered).toMatchObject({
      articleId: 1,
      versionId: 1,
      start: 29,
      end: 51,
      title: 'Reparations',
      publication: 'Institute A',
      issued: '2020-03',
    });
    expect(scattered!.matches).toEqual([
      [29, 35],
      [36, 42],
    ]);

    expect(ids(find('compensation'))[0], 'a word of the title counts more').toBe(3);
    const inTitle = '[Compensation] in one word';
    expect(find('compensation').hits[0]!.highlights).toEqual([]);
    expect(titled(find('compensation').hits[0]!)).toBe(inTitle);
    expect(titled(find('title:compensation', { group: 'article' }).articles[0]!)).toBe(inTitle);
    expect(titled(find('author:lukasz').hits[0]!)).toBe('Compensation in one word');
    expect(titled(find('com').hits[0]!)).toBe(inTitle);
    expect(ids(find('compens')), 'the last word may be a beginning').toEqual(ids(find('compensation')));
    expect(ids(find('compens '))).toEqual([]);
    expect(ids(find('co')), 'two letters are the beginning of a title').toEqual([3]);
    expect(ids(find('Lu')), 'or of a name').toEqual([3]);
    expect(ids(find('we')), 'or of any word, where there is neither').toEqual(expect.arrayContaining([2, 3]));
    expect(ids(find('"forced labour"'))).toEqual(expect.arrayContaining([1, 2]));
    expect(ids(find('"labour forced"'))).toEqual([]);
    expect(ids(find('"forced labour" compensation market'))).toEqual([1]);
    expect(ids(find('lukasz weather')), 'authors are searched as well').toEqual([3]);
    expect(ids(find('daily'))).toEqual([2]);
    expect(marked(find('erdogan ISTANBUL').hits[0]!)).toBe(
      'Weather report for [Erdoğan]’s visit to [İstanbul]. 😀 Fine.',
    );
    await close();
  });

  it('finds Korean and Japanese by any stretch of characters', async () => {
    const { find, close } = await indexed(texts);
    expect(marked(find('강제노동').hits[0]!)).toBe('법원은 [강제노동] 배상을 명령했다. 法の支配');
    expect(marked(find('노동').hits[0]!)).toBe('법원은 강제[노동] 배상을 명령했다. 法の支配');
    expect(marked(find('법원 명령').hits[0]!)).toBe('[법원]은 강제노동 배상을 [명령]했다. 法の支配');
    expect(marked(find('労働').hits[0]!)).toBe('強制[労働]補償について');
    expect(marked(find('동').hits[0]!), 'one character, at the end of a word').toBe(
      '법원은 강제노[동] 배상을 명령했다. 法の支配',
    );
    expect(marked(find('法').hits[0]!)).toBe('법원은 강제노동 배상을 명령했다. [法]の支配');
    expect(find('労法').hits).toEqual([]);
    expect(ids(find('補償 배상'))).toEqual([4]);
    await close();
  });

  it('filters, and counts each facet under the other filter', async () => {
    const { find, close } = await indexed(texts);
    const all = find('compensation');
    expect(all.facets.publications).toEqual([
      { value: 'Institute A', count: 1 },
      { value: 'The Daily', count: 1 },
    ]);
    expect(all.facets.years).toEqual([
      { value: 2021, count: 1 },
      { value: 2020, count: 1 },
    ]);
    const filtered = find('compensation', { publications: ['The Daily'] });
    expect(ids(filtered)).toEqual([2]);
    expect(filtered.total).toBe(1);
    expect(filtered.facets.publications).toEqual(all.facets.publications);
    expect(filtered.facets.years).toEqual([{ value: 2021, count: 1 }]);
    expect(ids(find('compensation', { years: [2020, 2021], publications: ['Institute A'] }))).toEqual([1]);
    expect(find('compensation', { years: [1999] })).toMatchObject({ hits: [], total: 0 });
    expect(find('forced labour compensation', { publications: ['Institute A'] })).toMatchObject({ total: 1 });
    await close();
  });

  it('pages without gaps or doubles, through both kinds of hits', async () => {
    const articles = Array.from({ length: 30 }, (_unused, index) =>
      index % 2 === 0
        ? makeArticle([`alpha beta ${index}`, `alpha ${index}`])
        : makeArticle([`alpha ${index} gamma`, `beta ${index}`]),
    );
    const { find, close } = await indexed(articles);
    const whole = find('alpha beta').hits.map(key);
    expect(whole).toHaveLength(30);
    const pages = [];
    for (let offset = 0; offset < 35; offset += 7)
      pages.push(...find('alpha beta', { offset, limit: 7 }).hits.map(key));
    expect(pages).toEqual(whole);
    expect(find('alpha beta', { offset: 100 })).toMatchObject({ hits: [], total: 30 });
    await close();
  });

  it('answers anything that can be typed', async () => {
    const { find, close } = await indexed(texts);
    for (const query of ['', '"', '***', '\0', '\ud800', '😀', '"""', 'NEAR(', "'; DROP TABLE article; --"])
      expect(() => find(query)).not.toThrow();
    expect(find('"!?"')).toMatchObject({ hits: [], total: 0, facets: { publications: [], years: [] } });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => void find(query)),
      { numRuns: 300 },
    );
    await close();
  });
});

/** Whether a text holds a word as a plain reader sees it. */
const holds = (text: string, query: string): boolean => {
  const found = tokenize(text).map(({ term }) => term);
  const wanted = tokenize(query).map(({ term }) => term);
  if (query === '法') return found.some((term) => term.startsWith('法'));
  if (/^\p{sc=Hangul}|法/u.test(query)) wanted.pop();
  return found.some((_term, at) => wanted.every((term, index) => found[at + index] === term));
};

describe('against a plain reading of the same articles', () => {
  const word = fc.constantFrom(
    'war',
    'Wár',
    'peace',
    'treaty',
    'law',
    'the',
    'e-mail',
    '강제노동',
    '노동',
    '法',
    '法律',
    'ILO',
    '3',
  );
  const passage = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const article = fc.record({ title: passage, passages: fc.array(passage, { minLength: 1, maxLength: 4 }) });
  it('every article that holds all words is found, and those passages first that hold all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 8 }),
        fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (articles, queries) => {
          const { find, close } = await indexed(
            articles.map(({ title, passages }, index) =>
              makeArticle(passages, { title, note: String(index) }),
            ),
          );
          for (const words of queries) {
            const fields = articles.map(({ title, passages }) =>
              passages.map((text, ordinal) => (ordinal === 0 ? [text, title] : [text])),
            );
            const inPassage = (texts: string[]): boolean =>
              words.every((w) => texts.some((text) => holds(text, w)));
            const found = fields.flatMap((passages, index) =>
              words.every((w) => passages.some((texts) => texts.some((text) => holds(text, w))))
                ? [index + 1]
                : [],
            );
            const together = fields.flatMap((passages) => passages.filter(inPassage)).length;
            const scattered = found.filter((id) => !fields[id - 1]!.some(inPassage)).length;
            const output = find(`${words.join(' ')} `);
            expect([...new Set(ids(output))].toSorted((a, b) => a - b)).toEqual(found);
            expect(output.total).toBe(together + scattered);
            expect(output.hits).toHaveLength(output.total);
            const full = output.hits.map(({ articleId, start }) => {
              const { passages } = articles[articleId - 1]!;
              const ordinal = passages.findIndex(
                (_p, o) => passages.slice(0, o).join('\n\n').length + (o > 0 ? 2 : 0) === start,
              );
              return inPassage(fields[articleId - 1]![ordinal]!);
            });
            expect(full).toEqual([...Array(together).fill(true), ...Array(scattered).fill(false)]);
          }
          await close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
