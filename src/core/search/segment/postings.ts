/**
 * The postings of one term in one segment, as bytes: three numbers (the last passage, counted from the
 * segment's first; the bytes of the distances; those of the exceptions), then
 *
 * - the distance of each passage from the one before (the first from the passage before the segment);
 * - how often it holds the term, one byte each, 0 for an exception;
 * - the exceptions: weighted frequency and count of positions. They differ where the title holds the term.
 *
 * A list of one passage has no numbers before: most terms are in one passage only. Lists of neighbouring
 * segments are joined without being read: only the first distance changes.
 */
import { type ByteWriter, ByteReader } from './bytes.ts';
import { IndexDamage } from './damage.ts';

/** Takes one list after the other; each is written by `passage` calls in order, then `end`. */
export class PostingsWriter {
  readonly #out: ByteWriter;
  readonly #distances: ByteWriter;
  readonly #counts: ByteWriter;
  readonly #exceptions: ByteWriter;
  #last = -1;

  constructor(out: ByteWriter, scratch: () => ByteWriter) {
    this.#out = out;
    this.#distances = scratch();
    this.#counts = scratch();
    this.#exceptions = scratch();
  }

  /** `doc` counts from the segment's first passage. */
  passage(doc: number, weight: number, count: number): void {
    this.#distances.number(doc - this.#last);
    this.#last = doc;
    if (weight === count && count < 256) this.#counts.byte(count);
    else {
      this.#counts.byte(0);
      this.#exceptions.number(weight);
      this.#exceptions.number(count);
    }
  }

  end(): void {
    if (this.#counts.length > 1) {
      this.#out.number(this.#last);
      this.#out.number(this.#distances.length);
      this.#out.number(this.#exceptions.length);
    }
    for (const part of [this.#distances, this.#counts, this.#exceptions]) {
      this.#out.append(part.view());
      part.clear();
    }
    this.#last = -1;
  }
}

/** Where the parts of a list lie in its bytes. */
export interface PostingsParts {
  last: number;
  distances: Uint8Array;
  counts: Uint8Array;
  exceptions: Uint8Array;
  /** What stands behind them (skips.ts). */
  table: Uint8Array;
}

export function partsOf(bytes: Uint8Array, df: number): PostingsParts {
  const reader = new ByteReader(bytes);
  if (df === 1) {
    const last = reader.number() - 1;
    return {
      last,
      distances: bytes.subarray(0, reader.at),
      counts: bytes.subarray(reader.at, reader.at + 1),
      exceptions: bytes.subarray(reader.at + 1),
      table: bytes.subarray(bytes.length),
    };
  }
  const last = reader.number();
  const distances = reader.number();
  const exceptions = reader.number();
  const at = reader.at;
  const end = at + distances + df + exceptions;
  return {
    last,
    distances: bytes.subarray(at, at + distances),
    counts: bytes.subarray(at + distances, at + distances + df),
    exceptions: bytes.subarray(at + distances + df, end),
    table: bytes.subarray(end),
  };
}

/**
 * Writes the lists of one term of neighbouring segments as one. `first` is each segment's first passage,
 * `origin` that of the joined segment.
 */
export function joinPostings(
  out: ByteWriter,
  origin: number,
  lists: readonly { first: number; parts: PostingsParts }[],
): void {
  let before = origin - 1;
  const joints = lists.map(({ first, parts }) => {
    const reader = new ByteReader(parts.distances);
    const doc = first - 1 + reader.number();
    const joint = { distance: doc - before, rest: parts.distances.subarray(reader.at), parts };
    before = first + parts.last;
    return joint;
  });
  const only = joints[0]!;
  if (joints.length === 1 && only.parts.counts.length === 1) {
    out.number(only.distance);
    out.append(only.parts.counts);
    out.append(only.parts.exceptions);
    return;
  }
  const sizes = joints.reduce((sum, { distance, rest }) => sum + lengthOf(distance) + rest.length, 0);
  out.number(before - origin);
  out.number(sizes);
  out.number(joints.reduce((sum, { parts }) => sum + parts.exceptions.length, 0));
  for (const { distance, rest } of joints) {
    out.number(distance);
    out.append(rest);
  }
  for (const { parts } of joints) out.append(parts.counts);
  for (const { parts } of joints) out.append(parts.exceptions);
}

/** Bytes that a number takes. */
export function lengthOf(value: number): number {
  let length = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) length += 1;
  return length;
}

export function damaged(): IndexDamage {
  return new IndexDamage('A list of passages does not end where it should.');
}
