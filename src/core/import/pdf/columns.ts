/** The order of reading on a page: bands across the page, and in each its columns from left to right. */
import { rowsOf, type Segment } from './lines.ts';

/** Narrowest gap between columns, in font sizes. */
const GUTTER = 0.9;
/** Fewest rows that have text on both sides of a gutter. */
const ROWS = 4;
/** Share of a column's width that its typical line fills; cells of tables fill less. */
const FILLED = 0.6;
/** Cells of tables take less than this share of a column. */
const CELL = 0.35;
/** A page has at most 2 to the power of this many columns. */
const DEEPEST = 3;

/** The segments of each column of text, in the order of reading. */
export function columnsOf(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return [];
  const gutter = depth < DEEPEST ? gutterOf(segments) : null;
  if (gutter === null) return [segments];
  const rightToLeft = share(segments, (segment) => segment.glyphs[0]!.rightToLeft) > 0.5;
  const columns: Segment[][] = [];
  for (const band of bandsOf(segments, gutter)) {
    if (band.across || !fillsColumns(band.segments, segments, gutter)) columns.push(band.segments);
    else {
      const left = band.segments.filter((segment) => segment.right <= gutter);
      const right = band.segments.filter((segment) => segment.right > gutter);
      for (const side of rightToLeft ? [right, left] : [left, right])
        columns.push(...columnsOf(side, depth + 1));
    }
  }
  return columns;
}

/** Lines of text, not the cells of a table that happen to stand on both sides. */
function fillsColumns(band: Segment[], page: Segment[], gutter: number): boolean {
  const left = Math.min(...page.map((segment) => segment.left));
  const right = Math.max(...page.map((segment) => segment.right));
  const filled = share(band, (segment) => {
    const width = segment.right <= gutter ? gutter - left : right - gutter;
    return segment.right - segment.left >= CELL * width;
  });
  return filled >= 0.4;
}

interface Band {
  /** Its segments cross the gutter. */
  across: boolean;
  segments: Segment[];
}

/** Cuts the page where text crosses the gutter; what stands beside such text is read with it. */
function bandsOf(segments: Segment[], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const row of rowsOf(segments)) {
    const across = row.some((segment) => crosses(segment, gutter));
    const last = bands.at(-1);
    if (last?.across === across) last.segments.push(...row);
    else bands.push({ across, segments: [...row] });
  }
  return bands;
}

function crosses(segment: Segment, gutter: number): boolean {
  return segment.left < gutter && segment.right > gutter;
}

/** Where a gap runs down the page between two columns of running text; null where none does. */
function gutterOf(segments: Segment[]): number | null {
  const rows = rowsOf(segments);
  const candidates = new Map<number, number>();
  for (const row of rows)
    for (const [index, segment] of row.entries()) {
      const next = row[index + 1];
      if (next === undefined || next.left - segment.right < GUTTER * segment.size) continue;
      for (let x = Math.ceil(segment.right); x <= next.left; x += 2) {
        const key = Math.round(x / 2) * 2;
        candidates.set(key, (candidates.get(key) ?? 0) + 1);
      }
    }
  const likely = [...candidates]
    .filter(([, count]) => count >= ROWS)
    .map(([x, count]) => ({ x, gain: count - segments.filter((segment) => crosses(segment, x)).length }))
    .toSorted((a, b) => b.gain - a.gain);
  const best = likely[0];
  if (best === undefined || best.gain < ROWS) return null;
  // The middle of all places that are as good.
  const equal = likely.filter(({ gain }) => gain === best.gain).map(({ x }) => x);
  const x = equal.toSorted((a, b) => a - b)[Math.floor(equal.length / 2)]!;
  const sides = [
    segments.filter((segment) => segment.right <= x),
    segments.filter((segment) => segment.left >= x),
  ];
  return sides.every(isRunningText) ? x : null;
}

/** Most lines reach across the column: neither the labels of a list nor the cells of a table do. */
function isRunningText(segments: Segment[]): boolean {
  if (segments.length < ROWS) return false;
  const rows = rowsOf(segments);
  const lefts = segments.map((segment) => segment.left).toSorted((a, b) => a - b);
  const rights = segments.map((segment) => segment.right).toSorted((a, b) => a - b);
  const width = rights[Math.floor(rights.length * 0.9)]! - lefts[Math.floor(lefts.length * 0.1)]!;
  const size = segments[0]!.size;
  if (width < size * 8) return false;
  const filled = rows.filter((row) => {
    const covered = row.reduce((sum, segment) => sum + segment.right - segment.left, 0);
    return covered >= FILLED * width;
  });
  return filled.length >= rows.length * 0.5;
}

function share<T>(all: T[], test: (one: T) => boolean): number {
  return all.filter(test).length / Math.max(1, all.length);
}
