/** Gathers the terms of passages in memory and makes a segment of them. */
import { type TermSink, walkTerms } from '../fold.ts';
import { ByteWriter } from './bytes.ts';
import { createDictionaryWriter } from './dictionary.ts';
import { MAX_LENGTH, MAX_NARROW, MAX_POSITION, type Stream, weightAt, WIDE } from './format.ts';
import { PostingsWriter } from './postings.ts';
import { createTermIds, type TermIds } from './termIds.ts';
import { breathe } from '../../worker/priority.ts';

/** The bytes of a segment, and how many passages it has. */
export interface SegmentBytes extends Record<Stream, Uint8Array> {
  docs: number;
}

export interface SegmentBuilder {
  /** Passages taken so far. */
  docs: number;
  /** Terms taken so far, a measure of the memory held: some ten bytes each. */
  tokens: number;
  /** Begins the next passage. */
  passage(): void;
  /**
   * The terms of the text from `from` to before `to`, of the passage at hand; returns how many. The first one
   * stands at the position `base`, all before `limit`. Fields follow each other: body, title, the rest. With
   * `mark` every term is listed once more behind that sign.
   */
  field(text: string, from: number, to: number, base: number, limit: number, mark?: string): number;
  /** The segment; the builder is empty after that. */
  build(): SegmentBytes;
  /** Gives back memory that is kept for the next segment. */
  release(): void;
}

const FIRST_CAPACITY = 1 << 16;
/** Terms whose numbers are kept for the next segment, which has most of them again. */
const MOST_KEPT = 400_000;

export function createSegmentBuilder(): SegmentBuilder {
  let ids = createTermIds();
  /** Term and position of each token; `ends` says where each passage's tokens end. */
  let termOf = new Uint32Array(FIRST_CAPACITY);
  let positionOf = new Uint16Array(FIRST_CAPACITY);
  let ends: number[] = [];
  let lengths: number[] = [];
  let widest: number[] = [];
  /** Of the field at hand. */
  let position = 0;
  let last = 0;
  let sign = '';

  const grow = (): void => {
    const terms = new Uint32Array(termOf.length * 2);
    terms.set(termOf);
    termOf = terms;
    const positions = new Uint16Array(positionOf.length * 2);
    positions.set(positionOf);
    positionOf = positions;
  };

  const add = (id: number): void => {
    if (builder.tokens === termOf.length) grow();
    termOf[builder.tokens] = id;
    positionOf[builder.tokens] = position;
    builder.tokens += 1;
  };

  /** Adds a term, and where there is a sign, the same behind it; what lies beyond the field's share keeps its last place. */
  const take = (id: number): void => {
    add(id);
    if (sign !== '') add(ids.of(sign + ids.names[id]!));
    if (position < last) position += 1;
  };

  const sink: TermSink = {
    plain: (text, start, cut) => take(ids.ofPlain(text, start, cut)),
    term: (term) => take(ids.of(term)),
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
    field(text, from, to, base, limit, mark = '') {
      const before = builder.tokens;
      position = base;
      last = Math.min(limit - 1, MAX_POSITION);
      sign = mark;
      walkTerms(text, from, to, sink);
      if (builder.tokens === before) return 0;
      const doc = builder.docs - 1;
      ends[doc] = builder.tokens;
      widest[doc] = Math.max(widest[doc]!, positionOf[builder.tokens - 1]!);
      const count = (builder.tokens - before) / (mark === '' ? 1 : 2);
      lengths[doc]! += count;
      return count;
    },
    build() {
      const tokens = sortByTerm(termOf, positionOf, ends, ids.names.length, builder.tokens);
      const flags = Uint16Array.from(
        lengths,
        (length, doc) => Math.min(length, MAX_LENGTH) | (widest[doc]! > MAX_NARROW ? WIDE : 0),
      );
      const segment = encode(ids, tokens, flags);
      [ends, lengths, widest] = [[], [], []];
      // A short segment would walk through more terms than it has.
      if (ids.names.length > Math.min(MOST_KEPT, builder.tokens)) ids = createTermIds();
      builder.docs = 0;
      builder.tokens = 0;
      return segment;
    },
    release() {
      if (builder.docs > 0) return;
      ids = createTermIds();
      termOf = new Uint32Array(FIRST_CAPACITY);
      positionOf = new Uint16Array(FIRST_CAPACITY);
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

/** Terms that are written between two breaths. */
const TERMS = 128;

function encode(ids: TermIds, { starts, docs, positions }: SortedTokens, lengths: Uint16Array): SegmentBytes {
  const out = new ByteWriter(docs.length * 2);
  const places = new ByteWriter(docs.length);
  const list = new PostingsWriter(out, () => new ByteWriter(1 << 16));
  const dictionary = createDictionaryWriter();
  let terms = 0;
  for (const id of ids.inOrder()) {
    if (++terms % TERMS === 0) breathe();
    let at = starts[id]!;
    const end = starts[id + 1]!;
    if (at === end) continue;
    let df = 0;
    places.reserve((end - at) * 2);
    while (at < end) {
      const doc = docs[at]!;
      const from = at;
      let weight = 0;
      const wide = lengths[doc]! >= WIDE;
      while (at < end && docs[at] === doc) {
        const position = positions[at]!;
        weight += weightAt(position);
        places.bytes[places.length++] = position & 0xff;
        if (wide) places.bytes[places.length++] = position >>> 8;
        at += 1;
      }
      list.passage(doc, weight, at - from);
      df += 1;
    }
    list.end();
    dictionary.add(ids.names[id]!, df, out.length, places.length);
  }
  return {
    docs: lengths.length,
    lengths: new Uint8Array(lengths.buffer),
    dictionary: dictionary.finish(),
    postings: out.view(),
    positions: places.view(),
  };
}
