/** Cuts the lines of a column into paragraphs, and puts together what columns and pages cut. */
import { isBold, type Line, type Segment, textOf } from './lines.ts';
import { listMarker } from './listMarker.ts';
import type { Measures } from './measures.ts';

/** A stretch of lines with one role. */
export interface Paragraph {
  role: 'text' | 'heading' | 'list-item' | 'quote' | 'caption' | 'code' | 'table' | 'note';
  lines: Line[];
  /** Of a heading, from 1. */
  level?: number;
  /** A note's own, as it is printed, and the UTF-16 units that it takes at the start of its first line. */
  label?: string;
  labelLength?: number;
  /** Of a table. */
  cells?: Cell[][];
}

export interface Cell {
  segments: Segment[];
  header: boolean;
}

/** A larger distance than this parts paragraphs, in usual distances. */
const GAP = 1.22;
/** Code has empty lines. */
const CODE_GAP = 3.2;
/** Sizes that differ by more than this are different sizes. */
const OTHER_SIZE = 0.08;
/** Indents from this on are meant, in font sizes. */
const INDENT = 0.8;
const TERMINAL = /[.!?。！？…:;：；]["'”’»」』)\]]*\s*$/u;

export function paragraphsOf(lines: Line[], measures: Measures): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open === undefined || begins(line, open, lines, measures)) paragraphs.push([line]);
    else open.push(line);
  }
  return paragraphs;
}

function begins(line: Line, open: Line[], column: Line[], measures: Measures): boolean {
  const before = open.at(-1)!;
  const { size } = line;
  const isCode = isMonospaced(line) && isMonospaced(before);
  if (isCode && line.y > before.y && line.y - before.y < CODE_GAP * measures.leading(size)) return false;
  if (Math.abs(before.size - size) > OTHER_SIZE * size || isBold(before) !== isBold(line)) return true;
  const distance = line.y - before.y;
  if (distance > GAP * measures.leading(size) || distance <= 0) return true;
  const marker = listMarker(textOf(line));
  if (
    marker !== null &&
    (marker.label === null || TERMINAL.test(textOf(before)) || line.left < before.left - 1)
  )
    return true;
  const inList = listMarker(textOf(open[0]!)) !== null;
  if (line.left > before.left + INDENT * size) {
    // The second line of a list item hangs.
    if (inList && open.length === 1) return false;
    if (!isCentred(line)) return true;
  }
  const outdented = line.left < before.left - INDENT * size;
  if (outdented && (open.length > 1 || inList) && !isCentred(before)) return true;
  return endsEarly(before, line, column, measures);
}

/** The first word of `line` would have had room behind `before`: the typesetter did not go on there. */
function endsEarly(before: Line, line: Line, column: Line[], measures: Measures): boolean {
  if (before.size > measures.bodySize * 1.15 || column.length < 3) return false;
  const text = textOf(line).trimStart();
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  const wordWidth = ((line.right - line.left) * Math.min(word.length, 30)) / Math.max(1, text.length);
  const room = line.column.right - before.right;
  const width = line.column.right - line.column.left;
  if (TERMINAL.test(textOf(before))) return room > wordWidth + line.size;
  return room > width * 0.5 && room > wordWidth + line.size && !isCentred(line);
}

function isCentred({ left, right, column }: Line): boolean {
  const [before, behind] = [left - column.left, column.right - right];
  return before > 4 && Math.abs(before - behind) < 3;
}

export function isMonospaced({ glyphs }: Segment): boolean {
  return glyphs.every((one) => one.font.monospaced || one.text.trim() === '');
}

/** Most blocks that may stand between the parts of a paragraph: a figure's caption, a table. */
const FLOATS = 3;

/** Puts paragraphs together that a column, a page, or a float cut. */
export function joinCut(paragraphs: Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const floats = joined.slice(-FLOATS - 1).toReversed();
    const before = floats.find(({ role }) => role !== 'table' && role !== 'caption');
    if (before !== undefined && goesOn(before, paragraph)) before.lines.push(...paragraph.lines);
    else joined.push(paragraph);
  }
  return joined;
}

function goesOn(before: Paragraph, after: Paragraph): boolean {
  if (after.role === 'heading' || before.role === 'heading' || after.role === 'table') return false;
  if (before.role === 'table' || (after.role !== 'text' && after.role !== before.role)) return false;
  const last = before.lines.at(-1)!;
  const first = after.lines[0]!;
  const apart = last.page !== first.page || first.y <= last.y || first.left > last.column.right;
  if (!apart || Math.abs(last.size - first.size) > OTHER_SIZE * first.size) return false;
  if (last.page < first.page - 1 || before.role === 'code') return false;
  const start = textOf(first).trimStart();
  if (listMarker(start) !== null && after.role === 'list-item') return false;
  if (after.role === 'note') return false;
  const end = textOf(last).trimEnd();
  if (/^\p{Ll}/u.test(start)) return !/[.!?]["'”’)\]]*$/u.test(end);
  return !TERMINAL.test(end) && before.lines.length + after.lines.length > 2;
}
