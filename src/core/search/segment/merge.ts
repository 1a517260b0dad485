/** Joins neighbouring segments into one, so that a search has few to look in. */
import { ByteWriter } from './bytes.ts';
import { createCursor } from './cursor.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { FIRST_FIELD_TERM, gatherPairs, type PairSource } from './pairs.ts';
import { joinPostings, partsOf } from './postings.ts';
import { createRewrite, LARGE } from './rewrite.ts';
import { SKIPS_SHAPE } from './skips.ts';
import type { SegmentReader, SegmentRow, SegmentWriter } from './store.ts';

/** As many segments of about one size are joined. */
const FAN_IN = 8;
/** Larger ones stay as they are: a search looks into one more for each three million passages. */
const LARGEST = 3_000_000;
/** Segments of which some are joined whatever their sizes are: small ones between large ones find no others like them. */
const MANY = 16;

/**
 * The neighbours to join next: the last run of `FAN_IN` segments none of which is much larger than the rest. Where there
 * is no such run, and too many segments, those that cost the fewest passages to write for each segment less; else null.
 */
export function chooseMerge(segments: readonly SegmentRow[]): SegmentRow[] | null {
  return runOfOneSize(segments) ?? (segments.length > MANY ? cheapestRun(segments) : null);
}

function runOfOneSize(segments: readonly SegmentRow[]): SegmentRow[] | null {
  for (let end = segments.length; end >= FAN_IN; end -= 1) {
    const run = segments.slice(end - FAN_IN, end);
    const sizes = run.map(({ docs }) => docs);
    const sum = sizes.reduce((total, docs) => total + docs, 0);
    if (sum <= LARGEST && Math.max(...sizes) <= Math.max(sum / 3, 2000)) return run;
  }
  return null;
}

function cheapestRun(segments: readonly SegmentRow[]): SegmentRow[] | null {
  let cheapest: SegmentRow[] | null = null;
  let least = Infinity;
  for (const [from, { docs }] of segments.entries()) {
    let sum = docs;
    for (let count = 2; count <= FAN_IN && from + count <= segments.length; count += 1) {
      sum += segments[from + count - 1]!.docs;
      const cost = sum / (count - 1);
      if (sum > LARGEST) break;
      if (cost >= least) continue;
      least = cost;
      cheapest = segments.slice(from, from + count);
    }
  }
  return cheapest;
}

/**
 * Writes the joined segment and puts it in the place of `run`. Each step of the generator is a bounded piece of
 * work, to be run within a transaction; what was written is seen by nobody before the last step. With `largeFrom`
 * passages it gets lists of pairs (pairs.ts), and its long lists get tables (skips.ts).
 */
export function* mergeSegments(
  run: readonly SegmentRow[],
  reader: SegmentReader,
  writer: SegmentWriter,
  largeFrom = LARGE,
  skipsShape = SKIPS_SHAPE,
): Generator<void> {
  const docs = run.reduce((sum, segment) => sum + segment.docs, 0);
  const isLarge = docs >= largeFrom;
  const lengths = new Uint16Array(docs);
  for (const segment of run) {
    const bytes = reader.readAll(segment.id, 'lengths');
    lengths.set(new Uint16Array(bytes.buffer, 0, segment.docs), segment.first - run[0]!.first);
  }
  const out = createRewrite(writer, lengths, isLarge ? skipsShape : null);
  yield;

  const sources = run.map((segment) => {
    const dictionary = readDictionary(reader.readAll(segment.id, 'dictionary'));
    return { ...segment, dictionary, next: dictionary.lowerBound(FIRST_FIELD_TERM) };
  });
  let work = 0;
  const pairs = isLarge ? yield* gatherPairs(sources.map((source) => pairSource(source, reader))) : [];
  for (const pair of pairs) {
    const { df, postings, positions } = pair.finish();
    out.positions(positions);
    out.list(pair.term, df, postings);
    work += 1 + df / 100;
    if (work > WORK) {
      work = 0;
      yield;
    }
  }
  const list = new ByteWriter();
  const cursors = sources.map((source) => createCursor(source.id, source.dictionary, reader));
  const heads = sources.map(({ dictionary, next }) =>
    next < dictionary.size ? dictionary.term(next) : null,
  );
  for (;;) {
    let term: string | null = null;
    for (const head of heads) if (head !== null && (term === null || head < term)) term = head;
    if (term === null) break;
    const lists = [];
    let df = 0;
    for (const [index, source] of sources.entries()) {
      if (heads[index] !== term) continue;
      const { dictionary, next } = source;
      lists.push({
        first: source.first,
        parts: partsOf(cursors[index]!.postings(next), dictionary.df(next)),
      });
      out.positions(cursors[index]!.positions(next));
      df += dictionary.df(next);
      source.next += 1;
      heads[index] = source.next < dictionary.size ? dictionary.term(source.next) : null;
    }
    list.clear();
    joinPostings(list, run[0]!.first, lists);
    out.list(term, df, list.view());
    work += lists.length + df / 100;
    if (work > WORK) {
      work = 0;
      yield;
    }
  }
  const live = run.reduce((sum, segment) => sum + segment.live, 0);
  yield* out.finish(run, { first: run[0]!.first, docs, live });
}

/** How the lists of a segment are read, one at a time. */
function pairSource(
  { id, first, docs, dictionary }: SegmentRow & { dictionary: Dictionary },
  reader: SegmentReader,
): PairSource {
  return {
    first,
    docs,
    dictionary,
    lengths: new Uint16Array(reader.readAll(id, 'lengths').buffer, 0, docs),
    postings: (term) =>
      reader.read(id, 'postings', dictionary.postingsAt(term), dictionary.postingsEnd(term)),
    positions: (term) =>
      reader.read(id, 'positions', dictionary.positionsAt(term), dictionary.positionsEnd(term)),
  };
}

/** Lists that one step joins, long ones counting more: about 30 ms. */
export const WORK = 15_000;
