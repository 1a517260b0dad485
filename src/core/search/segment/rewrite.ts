/** A segment that is written list by list, and takes the place of others. */
import { createDictionaryWriter } from './dictionary.ts';
import { createTables, type SkipsShape } from './skips.ts';
import type { SegmentRow, SegmentWriter } from './store.ts';

/** From so many passages on, what makes long lists quick is worth its room. */
export const LARGE = 50_000;

export interface Rewrite {
  /** Appends to the positions of the list that is written next. */
  positions(bytes: Uint8Array): void;
  /** Writes a list behind its positions, with a table where it is long (skips.ts). Terms come in order. */
  list(term: string, df: number, postings: Uint8Array): void;
  /** Writes the rest, then puts the segment in the place of `old`. In steps, nothing being seen before the last. */
  finish(old: readonly SegmentRow[], row: Omit<SegmentRow, 'id'>): Generator<void>;
}

/** `lengths` are those of its passages; without `shape` no list gets a table. */
export function createRewrite(
  writer: SegmentWriter,
  lengths: Uint16Array,
  shape: SkipsShape | null,
): Rewrite {
  const id = writer.reserve();
  const postings = writer.appender(id, 'postings');
  const positions = writer.appender(id, 'positions');
  const entries = createDictionaryWriter();
  const tableOf = shape === null ? null : createTables(lengths, shape);
  const writeWhole = (stream: 'lengths' | 'dictionary', bytes: Uint8Array): void => {
    const out = writer.appender(id, stream);
    out.append(bytes);
    out.end();
  };
  writeWhole('lengths', new Uint8Array(lengths.buffer, lengths.byteOffset, lengths.byteLength));

  return {
    positions: (bytes) => positions.append(bytes),
    list(term, df, bytes) {
      postings.append(bytes);
      if (tableOf !== null) postings.append(tableOf(bytes, df));
      entries.add(term, df, postings.length, positions.length);
    },
    *finish(old, row) {
      postings.end();
      positions.end();
      writeWhole('dictionary', entries.finish());
      yield;
      writer.replace(old, { id, ...row });
    },
  };
}
