import { array, assert, constant, constantFrom, integer, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, FORMAT_NAME } from './createEngine.ts';
import { readEntry } from './richFormat.ts';
import { createSession, printed, type SessionCitation, type SessionResult } from './session.ts';

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

const cite = record(
  {
    id: integer({ min: 1, max: items.size }).map(String),
    locator: constantFrom('1', '2'),
    label: constant('page'),
  },
  { requiredKeys: ['id'] },
);
const cluster = array(cite, { minLength: 1, maxLength: 2 });
const edit = record({
  at: nat(20),
  remove: nat(2),
  add: array(cluster, { maxLength: 2 }),
  uncited: array(integer({ min: 1, max: items.size }).map(String), { maxLength: 2 }),
});

const NOTHING: SessionResult = { texts: [], bibliography: [] };

/** What citeproc makes of a document that it has never seen, by its own calls. */
function formatAnew(styleId: string, citations: SessionCitation[], uncited: string[]): SessionResult {
  const engine = createEngine(styleId, 'en', items);
  // By itself it adds the uncited after the texts, which then do not tell them apart.
  engine.updateUncitedItems(uncited);
  const rebuilt = engine.rebuildProcessorState(
    citations.map((citation, index) => ({
      citationID: `new-${index}`,
      citationItems: citation.items.map((cited) => ({ ...cited })),
      properties: { noteIndex: citation.noteIndex },
    })),
    FORMAT_NAME,
    uncited,
  );
  const made = engine.makeBibliography();
  const entries = made === false ? [] : made[1].map(readEntry);
  return { texts: rebuilt.map(([, , text]) => text), bibliography: entries };
}

describe.each([
  ['chicago-notes', true],
  ['apa', false],
])('a session in %s', (styleId, isNote) => {
  const session = createSession(createEngine(styleId, 'en', items));
  const numbered = (clusters: SessionCitation['items'][]): SessionCitation[] =>
    clusters.map((cites, index) => ({ items: cites, noteIndex: isNote ? index + 1 : 0 }));

  it('gives after any edits what a new engine gives', () => {
    assert(
      property(
        array(cluster, { minLength: 1, maxLength: 8 }),
        array(edit, { maxLength: 5 }),
        (start, edits) => {
          let clusters: SessionCitation['items'][] = start;
          session.place({ citations: numbered(clusters), uncited: [] });
          for (const { at, remove, add, uncited } of edits) {
            clusters = clusters.toSpliced(at % (clusters.length + 1), remove, ...add);
            const document = { citations: numbered(clusters), uncited };
            session.place(document);
            const result = printed(session, document);
            const isEmpty = clusters.length === 0 && uncited.length === 0;
            expect(result).toEqual(isEmpty ? NOTHING : formatAnew(styleId, numbered(clusters), uncited));
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
