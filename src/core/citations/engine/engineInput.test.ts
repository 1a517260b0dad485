import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '#domain/citation.ts';
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  CSL_TYPES,
  type CslItem,
  type CslName,
} from '#domain/csl.ts';
import { formatCitations } from './engine.ts';
import { engineCite, engineItem } from './engineInput.ts';

const STYLES = ['chicago-notes', 'apa'];
let lastId = 0;

/** Cites each item twice; ids are new, so that the engines of other tests do not know them. */
function citeTwice(styleId: string, items: CslItem[]) {
  const byId = new Map(items.map((item) => [(lastId += 1), item]));
  const clusters = [...byId.keys(), ...byId.keys()].map((articleId) => [{ articleId }]);
  return {
    byId,
    ...formatCitations({ styleId, language: 'en', clusters, footnotes: [], uncited: [], items: byId }),
  };
}

const text = fc.oneof(fc.constantFrom('', ' ', '$&', '$`x', '<i>', 'a\nb'), fc.string({ maxLength: 12 }));
const part = fc.option(text, { nil: undefined });
const name = fc
  .record({ family: part, given: part, literal: part, suffix: part, 'non-dropping-particle': part })
  .map(
    (parts) =>
      Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as CslName,
  );
const date = fc
  .array(fc.array(fc.integer({ min: -20, max: 2100 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  })
  .chain((parts) =>
    fc.record({
      'date-parts': fc.constant(parts),
      circa: fc.boolean(),
      season: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
  );
const names = fc.array(name, { maxLength: 3 });
const each = <T>(fields: readonly string[], value: fc.Arbitrary<T>): Record<string, fc.Arbitrary<T>> =>
  Object.fromEntries(fields.map((field) => [field, value]));
const item = fc.record(
  {
    ...each(CSL_NAMES_FIELDS, names),
    ...each(CSL_DATE_FIELDS, date),
    ...each(CSL_TEXT_FIELDS, text),
    type: fc.constantFrom(...CSL_TYPES),
    title: text,
  },
  { requiredKeys: ['type', 'title'] },
) as fc.Arbitrary<CslItem>;

describe.each(STYLES)('metadata of any kind in %s', (styleId) => {
  it('is formatted without an error in the text', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const { clusters, bibliography } = citeTwice(styleId, items);
        for (const { content } of clusters) expect(plainText(content)).not.toContain('CSL STYLE ERROR');
        expect(bibliography).toHaveLength(items.length);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each source its own entry in the list, also one that the style prints nothing of', () => {
    const items = CSL_TYPES.map((type, index): CslItem => ({ type, title: `Title number ${index}x` }));
    const { byId, bibliography } = citeTwice(styleId, items);
    expect(bibliography).toHaveLength(items.length);
    for (const { articleId, content } of bibliography)
      expect(plainText(content).toLowerCase()).toContain(byId.get(articleId)!.title.toLowerCase());
  });
});

describe('what citeproc is given', () => {
  it('are names that no object has a member of', () => {
    const author = [{ family: 'toString' }, { literal: 'constructor' }];
    const { clusters } = citeTwice('chicago-notes', [{ type: 'report', title: 'valueOf', author }]);
    expect(plainText(clusters[0]!.content)).toContain('toString');
  });

  it('holds no names and titles of quotation marks alone', () => {
    expect(engineItem(1, { type: 'article', title: '"', editor: [{ family: '"' }] })).toEqual({
      id: '1',
      type: 'article',
      title: '[untitled]',
    });
  });

  it('holds no empty names, and takes a name without a family name whole', () => {
    const author = [{}, { family: ' ' }, { given: 'Sukarno' }, { family: 'Kim', given: '' }];
    expect(engineItem(1, { type: 'book', title: 'T', author })['author']).toEqual([
      { literal: 'Sukarno' },
      { family: 'Kim' },
    ]);
    expect(engineItem(1, { type: 'book', title: 'T', author: [{}] })).not.toHaveProperty('author');
  });

  it.each([
    [[[2023, 13, 1]], [[2023]]],
    [[[2023, 5, 32]], [[2023, 5]]],
    [
      [[2020, 1, 1], [2021]],
      [[2020], [2021]],
    ],
    [[[2020, 1, 1]], [[2020, 1, 1]]],
  ])('holds a date that can be: %j as %j', (given, used) => {
    const { issued } = engineItem(1, { type: 'book', title: 'T', issued: { 'date-parts': given } });
    expect(issued).toEqual({ 'date-parts': used });
  });

  it.each([
    ['en', 'en'],
    ['pt-BR', 'pt-BR'],
    ['toString', 'und'],
    ['en_GB', 'en-GB'],
    ['  ', undefined],
    ['English, mostly', 'und'],
  ])('holds a language that is one: %s', (language, used) => {
    expect(engineItem(1, { type: 'book', title: 'T', language })['language']).toBe(used);
  });

  it('names no editors of newspaper articles, for no style wants them', () => {
    const editor = [{ family: 'Roe', given: 'Jane' }];
    expect(engineItem(1, { type: 'article-newspaper', title: 'T', editor })).not.toHaveProperty('editor');
    expect(engineItem(1, { type: 'chapter', title: 'T', editor })).toHaveProperty('editor');
  });
});

it.each([
  ['emphasis added', ', emphasis added'],
  [' and passim', ' and passim'],
  [', emphasis added', ', emphasis added'],
  ['(appendix)', ' (appendix)'],
])('a suffix goes on as it was typed: %s', (suffix, printed) => {
  const cite = engineCite({ articleId: 1, locator: '33', suffix }, { opensNote: false, isNamed: false });
  expect(cite.suffix).toBe(printed);
});
