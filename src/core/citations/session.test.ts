import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, FORMAT_NAME } from './createEngine.ts';
import { createSession, type SessionCitation } from './session.ts';

/** Sources that need telling apart: the same names, years and titles in several of them. */
const items = new Map(
  Array.from({ length: 8 }, (_unused, index): [string, Record<string, unknown>] => {
    const id = String(index + 1);
    return [
      id,
      {
        id,
        type: index % 3 === 0 ? 'book' : 'article-newspaper',
        title: index % 4 === 3 ? 'A twin title' : `Title ${id}`,
        author: [
          { family: 'Kim', given: index % 2 === 0 ? 'Ann' : 'Bob' },
          ...(index > 4 ? [{ family: `Roe${index}`, given: 'Jane' }] : []),
        ],
        issued: { 'date-parts': [[2000 + (index % 2)]] },
      },
    ];
  }),
);

const cite = fc.record(
  {
    id: fc.integer({ min: 1, max: items.size }).map(String),
    locator: fc.constantFrom('1', '2'),
    label: fc.constant('page'),
  },
  { requiredKeys: ['id'] },
);
const cluster = fc.array(cite, { minLength: 1, maxLength: 2 });
const edit = fc.record({
  at: fc.nat(20),
  remove: fc.nat(2),
  add: fc.array(cluster, { maxLength: 2 }),
});

describe.each([
  ['chicago-notes', true],
  ['apa', false],
])('a session in %s', (styleId, isNote) => {
  const stepping = createSession(createEngine(styleId, 'en', items), FORMAT_NAME);
  const fresh = createSession(createEngine(styleId, 'en', items), FORMAT_NAME);
  const numbered = (clusters: SessionCitation['items'][]): SessionCitation[] =>
    clusters.map((cites, index) => ({ items: cites, noteIndex: isNote ? index + 1 : 0 }));

  it('gives after any edits what a new one gives', () => {
    fc.assert(
      fc.property(
        fc.array(cluster, { minLength: 1, maxLength: 8 }),
        fc.array(edit, { maxLength: 5 }),
        (start, edits) => {
          let clusters: SessionCitation['items'][] = start;
          stepping.update(numbered(clusters), true);
          for (const { at, remove, add } of edits) {
            clusters = clusters.toSpliced(at % (clusters.length + 1), remove, ...add);
            expect(stepping.update(numbered(clusters), false)).toEqual(
              fresh.update(numbered(clusters), true),
            );
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
