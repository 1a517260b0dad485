/** Gathers the terms of passages in memory and makes a segment of them. */
import { ByteWriter } from './bytes.ts';
import { createDictionaryWriter } from './dictionary.ts';
import { MAX_LENGTH, MAX_NARROW, MAX_POSITION, type Stream, weightAt, WIDE } from './format.ts';
import { PostingsWriter } from './postings.ts';
import { createTermIds, type TermIds } from './termIds.ts';

/** The bytes of a segment, and how many passages it has. */
export interface SegmentBytes extends Record<Stream, Uint8Array> {
  docs: number;
}

export interface SegmentBuilder {
  /** Passages taken so far. */
  docs: number;
  /** Terms taken so far, a measure of the memory held: some ten bytes each. */
  tokens: number;
  /** Begins the next passage. Its terms follow, those of the body first, then title, then the rest. */
  passage(): void;
  /** A term of the passage at a position; `counted` adds to the length of the passage. */
  term(term: string, position: number, counted: boolean): void;
  /** The segment; the builder is empty after that. */
  build(): SegmentBytes;
}

const FIRST_CAPACITY = 1 << 16;

export function createSegmentBuilder(): SegmentBuilder {
  let ids = createTermIds();
  /** Term and position of each token; `ends` says where each passage's tokens end. */
  let termOf = new Uint32Array(FIRST_CAPACITY);
  let positionOf = new Uint16Array(FIRST_CAPACITY);
  let ends: number[] = [];
  let lengths: number[] = [];
  let widest: number[] = [];

  const grow = (): void => {
    const terms = new Uint32Array(termOf.length * 2);
    terms.set(termOf);
    termOf = terms;
    const positions = new Uint16Array(positionOf.length * 2);
    positions.set(positionOf);
    positionOf = positions;
  };

  const builder: SegmentBuilder = {
    docs: 0,
    tokens: 0,
    passage() {
      builder.docs += 1;
      ends.push(builder.tokens);
      lengths.push(0);
      widest.push(0);
    },
    term(term, position, counted) {
      if (builder.tokens === termOf.length) grow();
      const doc = builder.docs - 1;
      termOf[builder.tokens] = ids.of(term);
      positionOf[builder.tokens] = position;
      builder.tokens += 1;
      ends[doc] = builder.tokens;
      if (counted) lengths[doc]! += 1;
      if (position > widest[doc]!) widest[doc] = position;
    },
    build() {
      const tokens = sortByTerm(termOf, positionOf, ends, ids.names.length, builder.tokens);
      const flags = Uint16Array.from(
        lengths,
        (length, doc) => Math.min(length, MAX_LENGTH) | (widest[doc]! > MAX_NARROW ? WIDE : 0),
      );
      const segment = encode(ids, tokens, flags);
      ids = createTermIds();
      [ends, lengths, widest] = [[], [], []];
      builder.docs = 0;
      builder.tokens = 0;
      return segment;
    },
  };
  return builder;
}

interface SortedTokens {
  /** Where each term's tokens begin; one more than there are terms. */
  starts: Uint32Array;
  docs: Uint32Array;
  positions: Uint16Array;
}

/** Orders tokens by term, those of a term by passage and position as they came. */
function sortByTerm(
  termOf: Uint32Array,
  positionOf: Uint16Array,
  ends: readonly number[],
  terms: number,
  count: number,
): SortedTokens {
  const starts = new Uint32Array(terms + 1);
  for (let token = 0; token < count; token += 1) starts[termOf[token]! + 1]! += 1;
  for (let term = 0; term < terms; term += 1) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const docs = new Uint32Array(count);
  const positions = new Uint16Array(count);
  let token = 0;
  for (let doc = 0; doc < ends.length; doc += 1)
    for (const end = ends[doc]!; token < end; token += 1) {
      const place = next[termOf[token]!]!++;
      docs[place] = doc;
      positions[place] = positionOf[token]!;
    }
  return { starts, docs, positions };
}

function encode(
  { names, of }: TermIds,
  { starts, docs, positions }: SortedTokens,
  lengths: Uint16Array,
): SegmentBytes {
  const out = new ByteWriter(docs.length * 2);
  const places = new ByteWriter(docs.length);
  const list = new PostingsWriter(out, () => new ByteWriter(1 << 16));
  const dictionary = createDictionaryWriter();
  // By code units, as sorting does without a function that compares.
  for (const name of names.toSorted()) {
    const id = of(name);
    let df = 0;
    let at = starts[id]!;
    const end = starts[id + 1]!;
    while (at < end) {
      const doc = docs[at]!;
      const from = at;
      let weight = 0;
      const wide = lengths[doc]! >= WIDE;
      places.reserve(2);
      while (at < end && docs[at] === doc) {
        const position = positions[at]!;
        weight += weightAt(position);
        places.byte(position & 0xff);
        if (wide) places.byte(position >>> 8);
        at += 1;
      }
      list.passage(doc, weight, at - from);
      df += 1;
    }
    list.end();
    dictionary.add(name, df, out.length, places.length);
  }
  return {
    docs: lengths.length,
    lengths: new Uint8Array(lengths.buffer),
    dictionary: dictionary.finish(),
    postings: out.view(),
    positions: places.view(),
  };
}

/** The position of the nth term of a field that begins at `base` and ends before `limit`. */
export function positionIn(base: number, limit: number, index: number): number {
  return Math.min(base + index, limit - 1, MAX_POSITION);
}
