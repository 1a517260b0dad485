/**
 * Lists of two frequent terms in a row. A phrase of words such as *of* and *the* would be looked for in most
 * passages; the list of the pair says at once where it stands. Large segments have lists of all pairs of
 * their most frequent terms; they are made when segments are joined, and made anew when those are joined.
 *
 * In the dictionary they stand before all terms: a sign for each term of which there are pairs, without a list,
 * and the pairs, whose positions are those of their first term.
 */
import { ByteWriter } from './bytes.ts';
import type { Dictionary } from './dictionary.ts';
import { FIRST_TERM, MAX_POSITION, weightAt, WIDE } from './format.ts';
import { partsOf, PostingsWriter } from './postings.ts';
import { createHeld, scanPostings } from './scan.ts';

const MARK = '\u0000';

/** The sign that the segment has lists of the term's pairs. */
export const frequentTerm = (term: string): string => MARK + term;
export const pairTerm = (first: string, second: string): string => MARK + first + MARK + second;

/** Terms of fields and words stand behind pairs. */
export const FIRST_FIELD_TERM = '\u0001';

/** Frequent are terms that more than one passage in so many holds, and no more terms than `MOST`. */
const SHARE = 24;
const MOST = 64;
/** Passages that one step goes through. */
const STEP = 4000;

/** A segment that is being joined, and how its streams are read. */
export interface PairSource {
  first: number;
  docs: number;
  dictionary: Dictionary;
  lengths: Uint16Array;
  postings(term: number): Uint8Array;
  positions(term: number): Uint8Array;
}

/** What stands in the dictionary before the terms, and its lists. */
export interface PairEntry {
  term: string;
  /** Passages, and the bytes of both streams; to be asked for once. */
  finish(): { df: number; postings: Uint8Array; positions: Uint8Array };
}

/** The entries of a segment that is made of these, in order. Steps are bounded; what it returns is held in memory. */
export function* gatherPairs(sources: readonly PairSource[]): Generator<void, PairEntry[]> {
  const docs = sources.reduce((sum, source) => sum + source.docs, 0);
  const terms = yield* frequentTerms(sources, docs);
  const origin = sources[0]!.first;
  const gathered = new Map<number, PairBuilder>();
  for (const source of sources) yield* gatherFrom(source, terms, source.first - origin, gathered);
  const entries: PairEntry[] = terms.map((term) => ({ term: frequentTerm(term), finish: () => NO_LIST }));
  for (const [key, builder] of gathered) {
    const term = pairTerm(terms[Math.trunc(key / MOST)]!, terms[key % MOST]!);
    entries.push({ term, finish: () => builder.finish() });
  }
  return entries.toSorted((a, b) => (a.term < b.term ? -1 : 1));
}

const NO_LIST = { df: 0, postings: new Uint8Array(0), positions: new Uint8Array(0) };

/** Terms of which there are to be lists of pairs, most frequent first. */
function* frequentTerms(sources: readonly PairSource[], docs: number): Generator<void, string[]> {
  const candidates = new Set<string>();
  for (const { dictionary, docs: own } of sources) {
    let index = dictionary.lowerBound(FIRST_TERM);
    dictionary.walk(index, dictionary.size, (df) => {
      if (df * SHARE > own) candidates.add(dictionary.term(index));
      index += 1;
    });
    yield;
  }
  const dfOf = (term: string): number =>
    sources.reduce((sum, { dictionary }) => {
      const index = dictionary.find(term);
      return index < 0 ? sum : sum + dictionary.df(index);
    }, 0);
  return [...candidates]
    .map((term) => ({ term, df: dfOf(term) }))
    .filter(({ df }) => df * SHARE > docs)
    .toSorted((a, b) => b.df - a.df || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term);
}

function* gatherFrom(
  source: PairSource,
  terms: readonly string[],
  offset: number,
  gathered: Map<number, PairBuilder>,
): Generator<void> {
  const readers: TermReader[] = [];
  for (const [number, term] of terms.entries()) {
    const index = source.dictionary.find(term);
    if (index >= 0) readers.push(createTermReader(source, index, number));
    yield;
  }
  // The term at each position, by the passage that it was marked for.
  const termAt = new Uint8Array(MAX_POSITION + 2);
  const markedFor = new Uint32Array(MAX_POSITION + 2);
  const found = new Uint16Array(MAX_POSITION + 1);
  for (let doc = 0; doc < source.docs; doc += 1) {
    if (doc % STEP === STEP - 1) yield;
    const wide = source.lengths[doc]! >= WIDE;
    const tag = doc + 1;
    let count = 0;
    for (const reader of readers) {
      if (reader.docs[reader.next] !== doc) continue;
      const { bytes, number } = reader;
      for (let left = reader.counts[reader.next++]!; left > 0; left -= 1) {
        let position = bytes[reader.at++]!;
        if (wide) position |= bytes[reader.at++]! << 8;
        termAt[position] = number;
        markedFor[position] = tag;
        found[count++] = position;
      }
    }
    for (let index = 0; index < count; index += 1) {
      const position = found[index]!;
      if (markedFor[position + 1] !== tag) continue;
      const key = termAt[position]! * MOST + termAt[position + 1]!;
      let builder = gathered.get(key);
      if (builder === undefined) gathered.set(key, (builder = new PairBuilder()));
      builder.add(offset + doc, position, wide);
    }
  }
}

/** Walks through the list of a term. */
interface TermReader {
  number: number;
  /** Passages, counted from the segment's first. */
  docs: Uint32Array;
  counts: Uint16Array;
  bytes: Uint8Array;
  next: number;
  at: number;
}

function createTermReader(source: PairSource, index: number, number: number): TermReader {
  const df = source.dictionary.df(index);
  const held = createHeld(df);
  const parts = partsOf(source.postings(index), df);
  scanPostings(parts, df, 0, source.lengths, held);
  const { docs, counts } = held;
  return { number, docs, counts, bytes: Uint8Array.from(source.positions(index)), next: 0, at: 0 };
}

/** Positions of a passage come in the order of their terms' numbers, which for one pair is that of the text. */
class PairBuilder {
  #df = 0;
  #doc = -1;
  #weight = 0;
  #count = 0;
  readonly #postings = new ByteWriter(16);
  readonly #positions = new ByteWriter(16);
  readonly #list = new PostingsWriter(this.#postings, () => new ByteWriter(16));

  add(doc: number, position: number, wide: boolean): void {
    if (doc !== this.#doc) this.#endPassage();
    this.#doc = doc;
    this.#count += 1;
    this.#weight += weightAt(position);
    this.#positions.byte(position & 0xff);
    if (wide) this.#positions.byte(position >>> 8);
  }

  #endPassage(): void {
    if (this.#count === 0) return;
    this.#list.passage(this.#doc, this.#weight, this.#count);
    this.#df += 1;
    this.#count = 0;
    this.#weight = 0;
  }

  finish(): ReturnType<PairEntry['finish']> {
    this.#endPassage();
    this.#list.end();
    return { df: this.#df, postings: this.#postings.view(), positions: this.#positions.view() };
  }
}
