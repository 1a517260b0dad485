/**
 * Long lists in large segments end in a table that parts them into blocks of postings. A search for a few of a
 * list's passages reads the blocks that hold them, and one for the best passes over blocks that hold none.
 *
 * The table is of 32-bit numbers, little-endian: the average length that it was made with, in thousandths; the
 * postings of a block; then four numbers of every block (`Skips`), column by column; then 16 bits of every block.
 */
import { ceilPeak, saturation } from '../rank/saturation.ts';
import { CHUNK } from '../chunk.ts';
import { MAX_LENGTH } from './format.ts';
import { damaged, lengthOf, partsOf } from './postings.ts';
import { createHeld, type Held, scanPostings } from './scan.ts';

export interface Skips {
  /** Postings of a block; the last one may have fewer. */
  block: number;
  /** The last passage of each block, counted from the segment's first. */
  last: Uint32Array;
  /** Where each block but the last ends, in bytes of the list's distances, exceptions and positions. */
  distances: Uint32Array;
  exceptions: Uint32Array;
  positions: Uint32Array;
  /** The highest saturation of each block's passages (saturation.ts), at an average length of `average`. */
  peaks: Uint16Array;
  average: number;
}

export interface SkipsShape {
  /** Lists of fewer passages have no table. */
  longFrom: number;
  block: number;
}

/** A table is a twentieth of its list, and a block is read in less than a microsecond. */
export const SKIPS_SHAPE: SkipsShape = { longFrom: 1024, block: 128 };

const HEAD = 2;
const COLUMNS = 4;

/** The table of a list of `df` passages, which are counted from the segment's first. */
function writeSkips(
  { docs, weights, counts, starts }: Held,
  df: number,
  lengths: Uint16Array,
  average: number,
  block: number,
): Uint8Array {
  const blocks = Math.ceil(df / block);
  const numbers = new Uint32Array(HEAD + COLUMNS * blocks);
  const peaks = new Uint16Array(blocks);
  const thousandths = Math.max(1, Math.round(average * 1000));
  numbers.set([thousandths, block]);
  let doc = -1;
  let distances = 0;
  let exceptions = 0;
  let index = 0;
  for (let number = 0; number < blocks; number += 1) {
    let peak = 0;
    for (const end = Math.min(index + block, df); index < end; index += 1) {
      const weight = weights[index]!;
      const count = counts[index]!;
      distances += lengthOf(docs[index]! - doc);
      if (weight !== count || count > 0xff) exceptions += lengthOf(weight) + lengthOf(count);
      doc = docs[index]!;
      peak = Math.max(peak, saturation(weight, lengths[doc]! & MAX_LENGTH, thousandths / 1000));
    }
    const columns = [doc, distances, exceptions, index < df ? starts[index]! : 0];
    for (const [column, value] of columns.entries()) numbers[HEAD + column * blocks + number] = value;
    peaks[number] = ceilPeak(peak);
  }
  const table = new Uint8Array(numbers.byteLength + peaks.byteLength);
  table.set(new Uint8Array(numbers.buffer), 0);
  table.set(new Uint8Array(peaks.buffer), numbers.byteLength);
  return table;
}

/** What the end of a list of `df` passages says; null where it has no table. */
export function readSkips(table: Uint8Array, df: number): Skips | null {
  if (table.length === 0) return null;
  const blocks = (table.length - HEAD * 4) / (COLUMNS * 4 + 2);
  const { buffer } = Uint8Array.from(table);
  const [average, block] = new Uint32Array(buffer, 0, HEAD);
  // Blocks that are not the list's own would be looked through without an end.
  if (!(block! > 0 && block! <= CHUNK && blocks === Math.ceil(df / block!))) throw damaged();
  const column = (number: number): Uint32Array =>
    new Uint32Array(buffer, (HEAD + number * blocks) * 4, blocks);
  return {
    block: block!,
    average: average! / 1000,
    last: column(0),
    distances: column(1),
    exceptions: column(2),
    positions: column(3),
    peaks: new Uint16Array(buffer, (HEAD + COLUMNS * blocks) * 4, blocks),
  };
}

const NO_TABLE = new Uint8Array(0);

/** Makes the tables of a segment's lists. `lengths` are those of its passages. */
export function createTables(
  lengths: Uint16Array,
  { longFrom, block }: SkipsShape,
): (postings: Uint8Array, df: number) => Uint8Array {
  let tokens = 0;
  for (const length of lengths) tokens += length & MAX_LENGTH;
  const average = tokens / lengths.length;
  const held = createHeld(lengths.length);
  return (postings, df) => {
    if (df < longFrom) return NO_TABLE;
    scanPostings(partsOf(postings, df), df, 0, lengths, held);
    return writeSkips(held, df, lengths, average, block);
  };
}
