/** After any changes of a brief, its citations are those of a brief that was never changed. */
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  option,
  property,
  record,
} from 'fast-check';
import { expect, it } from 'vitest';
import type { CitationItem, ClusterText, FormattedCitations } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import { type FormatRequest, formatCitations, startFormatting } from './engine.ts';
import { createEngines, type Engines } from './engines.ts';

/** Notes with and without ibid, back to the first note, near notes; by author and year; by author; by number. */
const STYLES = [
  'chicago-notes',
  'chicago-fullnote-bibliography-with-ibid',
  'turabian-fullnote-bibliography-8th-edition',
  'oscola',
  'briefing-endnotes',
  'journal-of-the-warburg-and-courtauld-institutes',
  'juristische-zitierweise-offentliches-recht',
  'apa',
  'chicago-author-date',
  'modern-language-association',
  'ieee',
  'vancouver',
];
const SOURCES = 9;

/** Sources that need telling apart: the same names, years and titles in several of them. */
function source(id: number, edition: number): CslItem {
  const author = [
    { family: 'Kim', given: (id + edition) % 2 === 0 ? 'Ann' : 'Bob' },
    ...(id > 5 ? [{ family: `Roe${id}`, given: 'Jane' }] : []),
    ...(id > 7 ? [{ family: 'Doe', given: 'Jim' }] : []),
  ];
  return {
    type: id % 3 === 0 ? 'book' : id === 4 ? 'legal_case' : 'article-newspaper',
    title: id % 4 === 3 ? 'A twin title' : `Title ${id}${edition === 2 ? ' corrected' : ''}`,
    issued: { 'date-parts': [[2000 + ((id + (edition >> 1)) % 2)]] },
    ...(id === 5 ? {} : { author }),
  };
}

const articleId = integer({ min: 1, max: SOURCES });
const cite = record(
  {
    articleId,
    locator: constantFrom('1', '2'),
    label: constantFrom('page' as const, 'paragraph' as const),
    prefix: constant('see'),
    suffix: constant('emphasis added'),
    suppressAuthor: boolean(),
    authorInText: boolean(),
  },
  { requiredKeys: ['articleId'] },
);
const cluster = array(cite, { minLength: 1, maxLength: 3 });
const step = record({
  styleId: option(constantFrom(...STYLES), { nil: null, freq: 2 }),
  language: option(constantFrom('en', 'de', 'ko'), { nil: null, freq: 1 }),
  at: nat(20),
  remove: nat(2),
  add: array(cluster, { maxLength: 2 }),
  /** What was taken out goes there. */
  moveTo: option(nat(20)),
  uncited: option(array(articleId, { maxLength: 2 }), { freq: 1 }),
  notes: option(array(record({ at: nat(20), count: nat(2) }), { maxLength: 2 }), { freq: 1 }),
  corrected: option(articleId, { freq: 1 }),
  /** The library loses it, and finds it again. */
  missing: option(articleId, { freq: 1 }),
});

/** All that a formatting in small steps answers with, some clusters before the others. */
function inSteps(request: FormatRequest, engines: Engines): FormattedCitations {
  const formatting = startFormatting(request, engines);
  let before: (ClusterText | null)[] = [];
  for (let round = 0; ; round += 1) {
    const first = request.clusters.map((_, at) => at).filter((at) => at % 3 === round);
    const { clusters, bibliography, ...known } = formatting.advance(first, round % 2 === 0 ? 0 : 5);
    for (const at of first) expect(clusters[at]).not.toBeNull();
    expect(before.every((text, at) => text === null || clusters[at] === text)).toBe(true);
    before = clusters;
    if (bibliography === null) continue;
    const { own } = numberNotes(request, known.styleClass === 'note');
    const formatted = clusters.map((text, at) => ({ ...text!, noteNumber: own[at]! }));
    return { ...known, clusters: formatted, bibliography };
  }
}

it('formats a brief that was changed as one that is new', () => {
  const engines = createEngines();
  assert(
    property(constantFrom(...STYLES), array(step, { minLength: 2, maxLength: 7 }), (firstStyle, steps) => {
      let styleId = firstStyle;
      let language = 'en';
      let clusters: CitationItem[][] = [];
      let uncited: number[] = [];
      let footnotes: FormatRequest['footnotes'] = [];
      const editions = new Map<number, number>();
      for (const change of steps) {
        styleId = change.styleId ?? styleId;
        language = change.language ?? language;
        const at = change.at % (clusters.length + 1);
        const taken = clusters.slice(at, at + change.remove);
        clusters = clusters.toSpliced(at, change.remove, ...change.add);
        if (change.moveTo !== null) clusters = clusters.toSpliced(change.moveTo, 0, ...taken);
        uncited = change.uncited ?? uncited;
        footnotes = (change.notes ?? footnotes).toSorted((a, b) => a.at - b.at);
        if (change.corrected !== null)
          editions.set(change.corrected, (editions.get(change.corrected) ?? 0) + 1);
        const items = new Map(
          Array.from({ length: SOURCES }, (_unused, index) => index + 1)
            .filter((id) => id !== change.missing)
            .map((id) => [id, source(id, (editions.get(id) ?? 0) % 4)]),
        );
        const request = { styleId, language, clusters, uncited, footnotes, items };
        expect(inSteps(request, engines)).toEqual(formatCitations(request, createEngines()));
      }
    }),
    { numRuns: 8 },
  );
});
