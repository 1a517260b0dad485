/** Tables that are only set as such: rows of cells that stand in columns. */
import { isBold, type Line, type Segment, textOf } from './lines.ts';
import { listMarker } from './listMarker.ts';
import type { Measures } from './measures.ts';
import { type Cell, isMonospaced } from './paragraphs.ts';

export interface Table {
  lines: Line[];
  cells: Cell[][];
}

/** A row further from the last than this is not of its table, in usual distances of lines. */
const ROW_GAP = 3;

/** The column with the rows of each table in one piece. */
export function withTables(lines: Line[], measures: Measures): (Line | Table)[] {
  const out: (Line | Table)[] = [];
  for (let at = 0; at < lines.length;) {
    const end = tableEnd(lines, at, measures);
    const table = end > at ? tableOf(lines.slice(at, end), headAbove(out, lines[at]!, measures)) : null;
    if (table !== null && table.lines[0] === out.at(-1)) out.pop();
    if (table === null) {
      out.push(lines[at]!);
      at += 1;
    } else {
      out.push(table);
      at = end;
    }
  }
  return out;
}

export function isTable(piece: Line | Table): piece is Table {
  return 'cells' in piece;
}

/** Where the rows that begin at `at` end; `at` where none begin. */
function tableEnd(lines: Line[], at: number, measures: Measures): number {
  let end = at;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index]!;
    const before = lines[index - 1];
    if (index > at && line.y - before!.y > ROW_GAP * measures.leading(line.size)) break;
    if (isRow(line)) end = index + 1;
    else if (end === at || index - end > 1 || isRunning(line)) break;
  }
  return end;
}

function isRow(line: Line): boolean {
  const [first] = line.segments;
  if (line.segments.length < 2 || isMonospaced(line)) return false;
  const marker = listMarker(textOf(first!));
  return !(line.segments.length === 2 && marker !== null && marker.length >= textOf(first!).trim().length);
}

/** Fills its column: text, not a cell. */
function isRunning({ left, right, column }: Line): boolean {
  return right - left > (column.right - column.left) * 0.6;
}

/** The line before a table, where it may be its head set without wide gaps. */
function headAbove(before: (Line | Table)[], first: Line, measures: Measures): Line | null {
  const above = before.at(-1);
  if (above === undefined || isTable(above) || above.page !== first.page) return null;
  const distance = first.y - above.y;
  return distance > 0 && distance < ROW_GAP * measures.leading(first.size) ? above : null;
}

/** `head` parted at the columns where it has a stretch of its own for each of them; null otherwise. */
function partedAt(head: Line, columns: Span[]): Segment[] | null {
  const parts = columns.map(({ left, right }) =>
    head.glyphs.filter((one) => one.text.trim() !== '' && one.x < right && one.x + one.width > left),
  );
  const all = parts.flat();
  const own = head.glyphs.filter((one) => one.text.trim() !== '');
  if (
    all.length !== own.length ||
    new Set(all).size !== own.length ||
    parts.some((part) => part.length === 0)
  )
    return null;
  return parts.map((glyphs) => ({
    ...head,
    glyphs,
    left: glyphs[0]!.x,
    right: glyphs.at(-1)!.x + glyphs.at(-1)!.width,
  }));
}

interface Span {
  left: number;
  right: number;
}

function tableOf(body: Line[], above: Line | null): Table | null {
  const rows = body.filter(isRow);
  const columns = columnsOf(rows);
  const parts = above === null || columns.length < 3 ? null : partedAt(above, columns);
  const head = parts === null || above === null ? [] : [{ ...above, segments: parts }];
  const lines = [...head, ...body];
  const enough = rows.length >= 3 || (rows.length === 2 && rows.every((row) => row.segments.length > 2));
  if (!enough || columns.length < 2) return null;
  const cells: Segment[][][] = [];
  for (const line of lines) {
    const placed = columns.map(({ left, right }) =>
      line.segments.filter((segment) => Math.min(right, segment.right) - Math.max(left, segment.left) > 0),
    );
    const last = cells.at(-1);
    // A line of one cell goes on with a cell of the row above, unless it begins the next row.
    const goesOn = !isRow(line) && last !== undefined && placed[0]!.length === 0;
    if (goesOn) for (const [index, segments] of placed.entries()) last[index]!.push(...segments);
    else cells.push(placed);
  }
  const header = hasHeader(cells);
  return {
    lines: head.length === 0 ? body : [above!, ...body],
    cells: cells.map((row, index) => row.map((segments) => ({ segments, header: header && index === 0 }))),
  };
}

/** The stretches of the page's width that cells take up. */
function columnsOf(rows: Line[]): Span[] {
  const spans = rows
    .flatMap((row) => row.segments.map(({ left, right }) => ({ left, right })))
    .toSorted((a, b) => a.left - b.left);
  const columns: Span[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last !== undefined && span.left <= last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
}

/** The first row is set bold, or holds words above numbers. */
function hasHeader(cells: Segment[][][]): boolean {
  const [first = [], ...rest] = cells;
  if (first.flat().every((segment) => isBold(segment)) && !rest.flat(2).every((segment) => isBold(segment)))
    return true;
  const holdsNumber = (cell: Segment[]): boolean =>
    /\d/u.test(cell.map((segment) => textOf(segment)).join(''));
  const numeric = first.map(
    (_cell, column) => rest.filter((row) => holdsNumber(row[column]!)).length > rest.length / 2,
  );
  return numeric.some(Boolean) && !first.some((cell, column) => numeric[column]! && holdsNumber(cell));
}
