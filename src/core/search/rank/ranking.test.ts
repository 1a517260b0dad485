import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToFts, createFts, ftsExpression, SCORE } from '#test/bench/fts5.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { updateMetadata } from '../../articles/store.ts';
import { type Database, openReadOnly } from '../../db/connect.ts';
import { openLibrary, type OpenLibrary } from '../../db/open.ts';
import { createIndexer } from '../indexer.ts';
import { openIndex } from '../indexFile.ts';
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { readDictionary } from '../segment/dictionary.ts';
import { mergeSegments } from '../segment/merge.ts';
import { pairTerm } from '../segment/pairs.ts';
import { createSegmentReader, createSegmentWriter } from '../segment/store.ts';
import { sweepSegment } from '../segment/sweep.ts';
import { openSession, type Session } from '../session.ts';
import { createSource } from '../source.ts';
import { evaluate } from './evaluate.ts';
import { createRanking, type Ranking } from './ranking.ts';

/** Ranks 0… of a vocabulary in which each word is rarer than the one before. */
const WORDS = 'of law court war treaty trade labour seoul harbour tariff envoy quorum'.split(' ');
const word = fc
  .double({ min: 0, max: 1, noNaN: true })
  .map((drawn) => WORDS[Math.floor(WORDS.length * drawn ** 3)] ?? 'of');
const passage = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

let library: OpenLibrary;
let session: Session;
/** The same passages in FTS5, `rowid` being our number. */
let fts: Database;

beforeAll(async () => {
  library = openLibrary({ path: temporaryFolder(), create: true });
  const indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  const ready = async (): Promise<void> => {
    indexer.changed();
    while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const [texts] = fc.sample(
    fc.array(fc.array(passage, { minLength: 1, maxLength: 6 }), { minLength: 160, maxLength: 160 }),
    { numRuns: 1, seed: 7 },
  );
  // Ten writes, so that segments are several and some are joined; then some articles are indexed again.
  for (let from = 0; from < texts!.length; from += 16) {
    const articles = texts!.slice(from, from + 16).map((paragraphs, index) =>
      makeArticle(paragraphs, {
        title: `${WORDS[(from + index) % 7]} ${WORDS[index % 5]} ${from + index}`,
        author: [{ family: WORDS[index % 12]! }],
        publisher: 'Court of Trade',
      }),
    );
    addArticles(library.db, articles);
    await ready();
  }
  for (let id = 3; id <= 150; id += 9)
    updateMetadata(library.db, {
      id,
      csl: { type: 'report', title: `Law of ${WORDS[id % 12]}` },
      accept: [],
    });
  await ready();
  while (largestSegment() <= JOINED) await new Promise((resolve) => setTimeout(resolve, 5));
  await indexer.close();
  joinWithPairs(3);
  session = openSession(library.folder);
  session.read(() => undefined);
  fts = mirror(library, session);
}, 120_000);

/** Joins the first segments into one that has lists of pairs, as large libraries have. */
function joinWithPairs(count: number): void {
  const index = openIndex(library.folder.search);
  const reader = createSegmentReader(index);
  const run = reader.list().slice(0, count);
  index.transaction(() => {
    const steps = mergeSegments(run, reader, createSegmentWriter(index), 0, { longFrom: 2, block: 4 });
    while (steps.next().done !== true);
    sweepFirst(index);
    index.exec('UPDATE state SET generation = generation + 1');
  })();
  const dictionary = readDictionary(reader.readAll(reader.list()[0]!.id, 'dictionary'));
  expect(dictionary.find(pairTerm('of', 'law'))).toBeGreaterThanOrEqual(0);
  index.close();
}

/** Drops what is dead of the first segment, as large libraries do. */
function sweepFirst(index: Database): void {
  const reader = createSegmentReader(index);
  const [segment] = reader.list();
  const alive = new Uint8Array(10_000);
  const places = index.prepare<[], { first: number; count: number }>(
    'SELECT first, length(ranges) / 8 AS count FROM article',
  );
  for (const { first, count } of places.all()) alive.fill(1, first, first + count);
  const live = alive
    .subarray(segment!.first, segment!.first + segment!.docs)
    .reduce((sum, one) => sum + one, 0);
  expect(live).toBeLessThan(segment!.docs);
  const chosen = { segment: segment!, live };
  const shape = { longFrom: 2, block: 4 };
  const steps = sweepSegment(chosen, alive, reader, createSegmentWriter(index), 0, shape);
  while (steps.next().done !== true);
}

/** More passages than one write brings. */
const JOINED = 16 * 6;

function largestSegment(): number {
  const index = openReadOnly(library.folder.search);
  const docs = index.prepare<[], number>('SELECT max(docs) FROM segment').pluck().get()!;
  index.close();
  return docs;
}

afterAll(() => {
  session.close();
  fts.close();
  library.close();
});

function mirror({ db }: OpenLibrary, { catalogue }: Session): Database {
  const copy = createFts(':memory:');
  const source = createSource(db);
  for (const id of db.prepare<[], number>('SELECT id FROM article').pluck().all())
    addToFts(copy, id, catalogue.columns.first[id]!, source.article(id)!);
  return copy;
}

/** All passages that FTS5 finds with their scores, and those of ours in order. */
function compare(root: QueryNode): { theirs: Map<number, number>; ours: number[] } {
  const rows = fts
    .prepare<[string], [number, number]>(`SELECT rowid, -${SCORE} FROM passage WHERE passage MATCH ?`)
    .raw()
    .all(ftsExpression(root));
  const ranking = rankingOf(root);
  const list = ranking.among(null, 'best');
  // Without articles that hold all words, but in no one passage.
  const ours = list.pageOfPassages(0, list.passages - scatteredIn(ranking));
  return { theirs: new Map(rows), ours };
}

function scatteredIn({ evaluation }: Ranking): number {
  return evaluation.scattered?.reduce((sum, one) => sum + one, 0) ?? 0;
}

function rankingOf(root: QueryNode): Ranking {
  const { catalogue, leaves, arena, filters, visible } = session;
  arena.reset();
  const { articlesWith } = filters;
  const evaluation = evaluate(root, { catalogue, leaves, arena, articlesWith, visible });
  return createRanking(evaluation, { catalogue, scorer: session.scorer(), arena });
}

const single = (terms: string[], prefix = false): WordsNode => ({ kind: 'words', terms, prefix });
const anyWord = fc.constantFrom(...WORDS, 'nowhere').map((term) => single([term]));
const anyPhrase = fc
  .array(fc.constantFrom(...WORDS.slice(0, 6)), { minLength: 2, maxLength: 3 })
  .map((terms) => single(terms));
const anyPrefix = fc.constantFrom('t', 'la', 'tr', 'co', 'x').map((term) => single([term], true));
const phrasePrefix = fc
  .tuple(fc.constantFrom(...WORDS.slice(0, 4)), fc.constantFrom('t', 'l', 'co'))
  .map((terms) => single(terms, true));
const leaf = fc.oneof(anyWord, anyPhrase, anyPrefix, phrasePrefix);
const near = fc
  .record({
    of: fc.array(fc.oneof(anyWord, anyPhrase), { minLength: 2, maxLength: 3 }),
    distance: fc.integer({ min: 0, max: 8 }),
  })
  .map((node): QueryNode => ({ kind: 'near', ...node }));
const all = (of: QueryNode[]): QueryNode => ({ kind: 'all', of });

describe('passages rank as FTS5 ranks the same passages', () => {
  it.each<[string, fc.Arbitrary<QueryNode>]>([
    ['words', anyWord],
    ['phrases', anyPhrase],
    ['beginnings', fc.oneof(anyPrefix, phrasePrefix)],
    [
      'all of several',
      fc.uniqueArray(leaf, { minLength: 2, maxLength: 4, selector: (node) => JSON.stringify(node) }).map(all),
    ],
    [
      'any of several',
      fc
        .uniqueArray(leaf, { minLength: 2, maxLength: 4, selector: (node) => JSON.stringify(node) })
        .map((of): QueryNode => ({ kind: 'any', of })),
    ],
    ['one without another', fc.tuple(leaf, leaf).map(([a, b]) => all([a, { kind: 'not', of: b }]))],
    ['words near each other', near],
    ['words of the title', anyWord.map((node): QueryNode => ({ ...node, field: 'title' }))],
  ])('%s', (_name, node) => {
    fc.assert(
      fc.property(node, (root) => {
        const { theirs, ours } = compare(root);
        expect(new Set(ours)).toEqual(new Set(theirs.keys()));
        const best = [...theirs.values()].toSorted((a, b) => b - a);
        for (const [place, doc] of ours.entries()) expect(theirs.get(doc)).toBeCloseTo(best[place]!, 9);
      }),
      { numRuns: 60 },
    );
  });

  it.each<['best' | 'newest']>([['best'], ['newest']])(
    'articles stand as their first passages do: %s',
    (order) => {
      fc.assert(
        fc.property(fc.oneof(leaf, near), fc.nat(30), (root, offset) => {
          const list = rankingOf(root).among(null, order);
          const passages = list.pageOfPassages(0, list.passages);
          const { articleOf } = session.catalogue;
          const articles = [...new Set(passages.map((doc) => articleOf[doc]!))];
          const page = list.pageOfArticles(offset, 10);
          expect(page.map(({ id }) => id)).toEqual(articles.slice(offset, offset + 10));
          for (const { id, count, docs } of page) {
            const own = passages.filter((doc) => articleOf[doc] === id);
            expect(count).toBe(own.length);
            // The best of its own are shown, in whichever order the articles stand.
            expect(docs).toHaveLength(Math.min(3, own.length));
            expect(own.slice(0, order === 'best' ? 3 : own.length)).toEqual(expect.arrayContaining(docs));
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each<['best' | 'newest']>([['best'], ['newest']])(
    'under choices the same stand in the same order without the others: %s',
    (order) => {
      fc.assert(
        fc.property(
          fc.oneof(leaf, fc.tuple(leaf, leaf).map(all), near),
          fc.integer({ min: 2, max: 9 }),
          (root, every) => {
            const { articleOf, articles } = session.catalogue;
            const chosen = Uint8Array.from({ length: articles }, (_none, id) => (id % every === 0 ? 0 : 1));
            const whole = rankingOf(root).among(null, order);
            const expected = whole
              .pageOfPassages(0, whole.passages)
              .filter((doc) => chosen[articleOf[doc]!] === 1);
            const list = rankingOf(root).among(chosen, order);
            expect(list.pageOfPassages(0, list.passages)).toEqual(expected);
            expect(list.passages).toBe(expected.length);
            expect(list.articles).toBe(new Set(expected.map((doc) => articleOf[doc])).size);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('a word among articles of a kind is found where the word alone is found in them', () => {
    fc.assert(
      fc.property(leaf, fc.boolean(), (node, without) => {
        const filter: QueryNode = { kind: 'filter', filter: { field: 'type', value: 'report' } };
        const { columns, texts, articleOf } = session.catalogue;
        const isReport = (doc: number): boolean => texts[columns.type[articleOf[doc]!]!] === 'report';
        const alone = rankingOf(node).among(null, 'best');
        const expected = alone.pageOfPassages(0, alone.passages).filter((doc) => isReport(doc) !== without);
        const list = rankingOf(all([node, without ? { kind: 'not', of: filter } : filter])).among(
          null,
          'best',
        );
        expect(list.pageOfPassages(0, list.passages)).toEqual(expected);
        expect(list.articles).toBe(new Set(expected.map((doc) => articleOf[doc])).size);
      }),
      { numRuns: 60 },
    );
  });

  it('has several segments to look in, and passages that belong to nobody', () => {
    const { catalogue } = session;
    expect(session.livePassages()).toBeLessThan(catalogue.passages);
    expect(largestSegment()).toBeLessThan(catalogue.passages);
    expect(largestSegment()).toBeGreaterThan(JOINED);
  });
});
