/** What windows put together from answers that tell changes only is what the engine prints. */
import { array, assert, boolean, constantFrom, integer, nat, option, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import {
  type BibliographyEntry,
  type CitationItem,
  type CitationsProgress,
  citationsProgressSchema,
  type ClusterText,
} from '#domain/citation.ts';
import { changedList } from '#domain/listChanges.ts';
import { type Answers, createAnswers } from './answers.ts';
import { formatCitations, type FormatRequest } from './engine/engine.ts';

/** What a window has of an answer. */
interface Held {
  name: string | null;
  clusters: (ClusterText | null)[];
  bibliography: BibliographyEntry[];
}

const NOTHING: Held = { name: null, clusters: [], bibliography: [] };
const SOURCES = 6;
const items = new Map(
  Array.from({ length: SOURCES }, (_unused, index) => [
    index + 1,
    {
      type: 'book' as const,
      title: `Title ${index + 1}`,
      author: [{ family: index < 2 ? 'Kim' : `Roe${index}`, given: `Ann ${index}` }],
      issued: { 'date-parts': [[2000 + index]] as [number][] },
    },
  ]),
);

function requestOf(styleId: string, clusters: CitationItem[][]): FormatRequest {
  return { styleId, language: 'en', clusters, footnotes: [], uncited: [], items };
}

/** As a transport carries it. */
function sent(progress: CitationsProgress): CitationsProgress {
  return citationsProgressSchema.parse(JSON.parse(JSON.stringify(progress)));
}

function taken(progress: CitationsProgress, before: Held): Held {
  return {
    name: progress.answer,
    clusters: changedList(before.clusters, progress.clusters),
    bibliography:
      progress.bibliography === null
        ? before.bibliography
        : changedList(before.bibliography, progress.bibliography),
  };
}

function expectWhole({ clusters, bibliography }: Held, request: FormatRequest): void {
  const whole = formatCitations(request);
  expect(clusters).toEqual(whole.clusters.map(({ inText, content }) => ({ inText, content })));
  expect(bibliography).toEqual(whole.bibliography);
}

/** All that a window gets for a request, told by `known`. */
function whole(answers: Answers, request: FormatRequest, known: Held): Held {
  let progress = sent(answers.soon(request, [], known.name));
  let held = taken(progress, known);
  while (progress.bibliography === null) {
    progress = sent(answers.more(progress.answer, []));
    held = taken(progress, held);
  }
  expectWhole(held, request);
  return held;
}

const cluster = array(
  record(
    {
      articleId: integer({ min: 1, max: SOURCES + 1 }),
      locator: constantFrom('1', '2'),
      authorInText: boolean(),
    },
    { requiredKeys: ['articleId'] },
  ),
  { minLength: 1, maxLength: 2 },
);
const step = record({
  window: nat(1),
  style: option(constantFrom('chicago-notes', 'apa', 'ieee'), { freq: 2 }),
  at: nat(20),
  remove: nat(2),
  add: array(cluster, { maxLength: 2 }),
  /** Told by the answer that many before the last; by none that there is; or by all but the last part of one. */
  known: constantFrom(0, 0, 0, 1, 2, 'unknown' as const),
  /** A change came before the first part was taken. */
  isOvertaken: boolean(),
});

it('lets each of several windows put its brief together, whatever answer it names', () => {
  assert(
    property(array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const answers = createAnswers();
      const windows = [0, 1].map(() => ({
        styleId: 'chicago-notes',
        clusters: [] as CitationItem[][],
        held: [NOTHING],
      }));
      for (const change of steps) {
        const brief = windows[change.window]!;
        brief.styleId = change.style ?? brief.styleId;
        brief.clusters = brief.clusters.toSpliced(change.at, change.remove, ...change.add);
        const request = requestOf(brief.styleId, brief.clusters);
        const before =
          change.known === 'unknown'
            ? { ...brief.held.at(-1)!, name: 'of another thread' }
            : (brief.held.at(-1 - change.known) ?? NOTHING);
        if (change.isOvertaken) answers.soon(request, [], before.name);
        else brief.held.push(whole(answers, request, before));
      }
    }),
    { numRuns: 10 },
  );
});

it('sends what changed alone', () => {
  const answers = createAnswers();
  const clusters = Array.from({ length: 60 }, (_unused, at) => [
    { articleId: (at % SOURCES) + 1, locator: String(at) },
  ]);
  const held = whole(answers, requestOf('chicago-notes', clusters), NOTHING);
  const inserted = requestOf('chicago-notes', [[{ articleId: 3, locator: '9' }], ...clusters]);
  const parts = [answers.soon(inserted, [0], held.name)];
  // On a busy machine some come later.
  while (parts.at(-1)!.bibliography === null) parts.push(answers.more(parts.at(-1)!.answer, []));
  // The new one, and the first of the same source, which is cited in short now.
  const told = parts.flatMap(({ clusters: changes }) =>
    changes.flatMap((change) => ('items' in change ? change.items : [])),
  );
  expect(told.filter((text) => text !== null)).toHaveLength(2);
  expect(parts.at(-1)!.bibliography).toEqual([{ from: 0, count: SOURCES }]);
});

it('tells all to a window that names an answer of another thread, or a forgotten one', () => {
  const clusters: CitationItem[][] = [[{ articleId: 1 }], [{ articleId: 2 }]];
  const before = createAnswers();
  const answers = createAnswers();
  const held = whole(before, requestOf('apa', clusters), NOTHING);
  whole(answers, requestOf('apa', clusters), NOTHING);
  const { clusters: changes } = answers.soon(requestOf('apa', clusters), [], held.name);
  expect(changes.every((change) => 'items' in change)).toBe(true);

  const first = whole(answers, requestOf('apa', clusters), NOTHING);
  for (let count = 0; count < 100; count += 1) answers.soon(requestOf('apa', clusters), [], null);
  whole(answers, requestOf('apa', clusters), first);
  expect(() => answers.more(first.name!, [])).toThrow(expect.objectContaining({ code: 'not_found' }));
});
