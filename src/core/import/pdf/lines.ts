/** Puts the glyphs of a page together into stretches and lines of text. */
import { type Glyphs, right } from './glyphs.ts';

/** Text on one baseline without a wide gap: a line of running text, or what one column or cell holds of it. */
export interface Segment {
  glyphs: Glyphs[];
  page: number;
  left: number;
  right: number;
  /** Baseline. */
  y: number;
  /** Font size of most of it. */
  size: number;
}

/** Segments on one baseline in reading order: several where it is a row of a table. */
export interface Line extends Segment {
  segments: Segment[];
  /** Edges of the column of text that it stands in. */
  column: { left: number; right: number };
}

/** Widest gap inside running text, in font sizes: justified lines stay below. */
const WIDE_GAP = 1.2;
/** How far a raised or lowered sign may stand from the baseline, in font sizes. */
const RAISED = 0.6;
/** Furthest apart that two parts of one baseline are drawn, in font sizes. */
const SAME_BASELINE = 0.15;

/** Segments wherever they stand on the page. */
export function segmentsOf(glyphs: Glyphs[], page: number): Segment[] {
  return joinNeighbours(segmentsInOrder(glyphs, page));
}

/** Segments in the order in which the file writes them, which for most files is the order of reading. */
export function segmentsInOrder(glyphs: Glyphs[], page: number): Segment[] {
  const segments: Segment[] = [];
  for (const one of glyphs) {
    if (one.text === '') continue;
    const open = segments.at(-1);
    const continues = open !== undefined && follows(open, one);
    if (one.text.trim() === '') {
      if (continues && one.width <= WIDE_GAP * open.size) open.glyphs.push(one);
    } else if (continues) extend(open, one);
    else segments.push({ glyphs: [one], page, left: one.x, right: right(one), y: one.y, size: one.size });
  }
  for (const segment of segments) settle(segment);
  return segments;
}

function follows(segment: Segment, next: Glyphs): boolean {
  const size = Math.max(segment.size, next.size);
  const [last] = segment.glyphs.slice(-1);
  const gap = Math.min(Math.abs(next.x - right(last!)), Math.abs(last!.x - right(next)));
  if (gap > WIDE_GAP * size) return false;
  const off = Math.abs(next.y - segment.y);
  if (off <= SAME_BASELINE * size) return true;
  return off <= (next.leadsInside ? 1 : RAISED) * size && Math.min(segment.size, next.size) < size * 0.85;
}

function extend(segment: Segment, next: Glyphs): void {
  segment.glyphs.push(next);
  segment.left = Math.min(segment.left, next.x);
  segment.right = Math.max(segment.right, right(next));
  // A raised first sign must not set the baseline of what follows.
  if (next.size > segment.size * 1.15) {
    segment.size = next.size;
    segment.y = next.y;
  }
}

/** Size and baseline of most of its characters; glyphs from left to right, or from right to left. */
function settle(segment: Segment): void {
  const characters = new Map<string, { count: number; size: number; y: number }>();
  let rightToLeft = 0;
  for (const { text, size, y, rightToLeft: leftwards } of segment.glyphs) {
    const key = `${size.toFixed(1)} ${y.toFixed(1)}`;
    const entry = characters.get(key) ?? { count: 0, size, y };
    entry.count += text.trim().length;
    characters.set(key, entry);
    rightToLeft += leftwards ? text.length : -text.length;
  }
  const most = [...characters.values()].reduce((a, b) => (b.count > a.count ? b : a));
  segment.size = most.size;
  segment.y = most.y;
  segment.glyphs = segment.glyphs
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) => (rightToLeft > 0 ? b.one.x - a.one.x : a.one.x - b.one.x) || a.index - b.index)
    .map(({ one }) => one);
}

/** Joins segments that the file wrote apart although they stand side by side. */
function joinNeighbours(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const neighbour = joined
      .slice(-12)
      .findLast(
        (other) =>
          Math.abs(other.y - segment.y) <= SAME_BASELINE * segment.size &&
          Math.max(segment.left - other.right, other.left - segment.right) <= segment.size * WIDE_GAP &&
          Math.min(segment.right, other.right) - Math.max(segment.left, other.left) <= segment.size * 0.5,
      );
    if (neighbour === undefined) joined.push(segment);
    else {
      neighbour.glyphs.push(...segment.glyphs);
      neighbour.left = Math.min(neighbour.left, segment.left);
      neighbour.right = Math.max(neighbour.right, segment.right);
      settle(neighbour);
    }
  }
  return withRaisedSigns(joined);
}

/** Gives raised and lowered signs that the file wrote apart back to their lines. */
function withRaisedSigns(segments: Segment[]): Segment[] {
  return segments.filter((sign, index) => {
    const host = segments
      .slice(Math.max(0, index - 12), index + 12)
      .find(
        (line) =>
          sign.size < line.size * 0.85 &&
          textOf(sign).trim().length <= 6 &&
          Math.abs(line.y - sign.y) <= RAISED * line.size &&
          sign.left > line.left - 0.3 * line.size &&
          sign.left < line.right + 0.3 * line.size,
      );
    if (host === undefined) return true;
    host.glyphs.push(...sign.glyphs);
    host.right = Math.max(host.right, sign.right);
    settle(host);
    return false;
  });
}

/** Segments by baseline, from the top of the page. */
export function rowsOf(segments: Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && Math.abs(first.y - segment.y) <= 0.35 * Math.min(first.size, segment.size))
      row!.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** The lines of one column of text, from its top. */
export function linesOf(segments: Segment[]): Line[] {
  const column = {
    left: Math.min(...segments.map((segment) => segment.left)),
    right: Math.max(...segments.map((segment) => segment.right)),
  };
  return rowsOf(segments).map((row) => lineOf(inReadingOrder(row), column));
}

function lineOf(row: Segment[], column: Line['column']): Line {
  const main = row.reduce((a, b) => (textOf(b).length > textOf(a).length ? b : a));
  return {
    segments: row,
    glyphs: row.flatMap((segment) => segment.glyphs),
    page: main.page,
    left: Math.min(...row.map((segment) => segment.left)),
    right: Math.max(...row.map((segment) => segment.right)),
    y: main.y,
    size: main.size,
    column,
  };
}

function inReadingOrder(row: Segment[]): Segment[] {
  const rightToLeft = row.every((segment) => segment.glyphs.some((one) => one.rightToLeft));
  return rightToLeft ? row.toReversed() : row;
}

/** Smallest gap that parts words where the file writes no space, in font sizes. */
const WORD_GAP = 0.15;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Whether a space that the file does not write stands between two neighbours. */
export function spaceBetween(a: Glyphs, b: Glyphs): boolean {
  if (/\s$/u.test(a.text) || /^\s/u.test(b.text)) return false;
  const gap = Math.max(b.x - right(a), a.x - right(b));
  const size = Math.max(a.size, b.size);
  const wide = CJK.test(a.text.slice(-1)) || CJK.test(b.text.slice(0, 1)) ? 0.6 : WORD_GAP;
  return gap > wide * size;
}

export function textOf({ glyphs }: { glyphs: Glyphs[] }): string {
  let text = '';
  for (const [index, one] of glyphs.entries()) {
    const before = glyphs[index - 1];
    text += (before !== undefined && spaceBetween(before, one) ? ' ' : '') + one.text;
  }
  return text;
}

/** All of it is in bold type. */
export function isBold({ glyphs }: { glyphs: Glyphs[] }): boolean {
  return glyphs.every((one) => one.font.bold || !/[\p{L}\p{N}]/u.test(one.text));
}
