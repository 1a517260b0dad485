/** The blocks of lists with tables (skips.ts), those first that may hold the best passages. */
import type { TermList } from '../segment/listReader.ts';
import { peakAt } from './saturation.ts';

export interface OrderedBlocks {
  count: number;
  /** Of the block at a place in the order: its list, its number there, and the most that one of its passages counts. */
  list(place: number): TermList;
  number(place: number): number;
  peak(place: number): number;
}

/** Blocks whose peaks differ by less stand in any order. */
const BINS = 4096;

/** Puts the blocks in order when that is first asked for. `average` is the length of a passage now. */
export function orderBlocks(lists: readonly TermList[], average: number): () => OrderedBlocks {
  let made: OrderedBlocks | null = null;
  return () => (made ??= order(lists, average));
}

function order(lists: readonly TermList[], average: number): OrderedBlocks {
  const count = lists.reduce((sum, { skips }) => sum + skips!.peaks.length, 0);
  const peaks = new Float64Array(count);
  const owners = new Uint16Array(count);
  const starts: number[] = [];
  let next = 0;
  for (const [owner, { skips }] of lists.entries()) {
    starts.push(next);
    for (const peak of skips!.peaks) {
      peaks[next] = peakAt(peak, skips!.average, average);
      owners[next++] = owner;
    }
  }
  const places = new Uint32Array(BINS + 1);
  const binOf = (peak: number): number => BINS - 1 - Math.trunc(peak * (BINS - 1));
  for (const peak of peaks) places[binOf(peak) + 1]! += 1;
  for (let bin = 0; bin < BINS; bin += 1) places[bin + 1]! += places[bin]!;
  const inOrder = new Uint32Array(count);
  for (let block = 0; block < count; block += 1) inOrder[places[binOf(peaks[block]!)]!++] = block;
  const owner = (place: number): number => owners[inOrder[place]!]!;
  return {
    count,
    list: (place) => lists[owner(place)]!,
    number: (place) => inOrder[place]! - starts[owner(place)]!,
    peak: (place) => peaks[inOrder[place]!]!,
  };
}
