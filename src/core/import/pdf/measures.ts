/** What is usual in a document: the size of its text and the distance of its lines. */
import { type Line, textOf } from './lines.ts';

export interface Measures {
  /** Size of most of the text, in points. */
  bodySize: number;
  /** Usual distance of two lines of one paragraph at this font size, in points. */
  leading(size: number): number;
}

/** Where a size has no pair of lines to measure, times the size. */
const USUAL_LEADING = 1.25;

export function measure(columns: Line[][]): Measures {
  const characters = new Map<number, number>();
  const distances = new Map<number, Map<number, number>>();
  for (const lines of columns)
    for (const [index, line] of lines.entries()) {
      const size = rounded(line.size);
      add(characters, size, textOf(line).length);
      const next = lines[index + 1];
      if (next === undefined || rounded(next.size) !== size) continue;
      const distance = rounded(next.y - line.y);
      if (distance < size * 0.8 || distance > size * 2.5) continue;
      const own = distances.get(size) ?? new Map<number, number>();
      add(own, distance, 1);
      distances.set(size, own);
    }
  const leadings = new Map([...distances].map(([size, counts]) => [size, mostFrequent(counts)]));
  const bodySize = mostFrequent(characters) || 10;
  const usual = (leadings.get(bodySize) ?? bodySize * USUAL_LEADING) / bodySize;
  return { bodySize, leading: (size) => leadings.get(rounded(size)) ?? size * usual };
}

function rounded(points: number): number {
  return Math.round(points * 5) / 5;
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** 0 where nothing was counted. */
function mostFrequent(counts: Map<number, number>): number {
  let best = 0;
  for (const [key, count] of counts) if (count > (counts.get(best) ?? 0)) best = key;
  return best;
}
