/** Signs in the text that may lead to a note. */
import type { Glyphs } from './glyphs.ts';
import { right } from './glyphs.ts';
import { type Segment, textOf } from './lines.ts';

const LABEL = /^[[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?$/u;
/** How far a raised sign stands above the baseline, in font sizes. */
const RAISED = 0.12;
const SMALLER = 0.85;

/** Smaller than the line and above its baseline. */
export function isRaised(glyphs: Glyphs, line: Segment): boolean {
  const above = line.y - glyphs.y;
  return above > RAISED * line.size && (glyphs.size < line.size * SMALLER || above > 0.25 * line.size);
}

/** The labels that a stretch may be: several where it reads "3, 4"; none where it is plain text. */
export function labelsOf(glyphs: Glyphs[], index: number, line: Segment): string[] {
  const one = glyphs[index]!;
  const labels = one.text
    .trim()
    .split(/\s*[,;]\s*|\s+/u)
    .map((part) => LABEL.exec(part)?.[1]);
  if (labels.length === 0 || labels.includes(undefined)) return [];
  const marks = isRaised(one, line) || one.leadsInside || isGlued(glyphs, index);
  return marks ? labels.filter((label) => label !== undefined) : [];
}

/** Digits of a stretch of their own, directly behind a word: fonts have raised digits on the baseline. */
function isGlued(glyphs: Glyphs[], index: number): boolean {
  const one = glyphs[index]!;
  const before = glyphs[index - 1];
  if (before === undefined || !/^\d{1,3}$/u.test(one.text)) return false;
  const gap = Math.abs(one.x - right(before));
  return gap < 0.1 * one.size && /[\p{L}\p{P}]$/u.test(before.text) && !/[\d(/–-]$/u.test(before.text);
}

/** Every label that a sign on these lines may stand for. */
export function possibleLabels(lines: Segment[]): Set<string> {
  return new Set(
    lines.flatMap((line) => line.glyphs.flatMap((_one, index) => labelsOf(line.glyphs, index, line))),
  );
}

export interface NoteStart {
  label: string;
  /** UTF-16 units of the line's text that the label takes, with what parts it from the note. */
  length: number;
}

/** The label that a note's first line begins with. */
export function noteStart(line: Segment): NoteStart | null {
  const [first, second] = line.glyphs;
  const text = textOf(line);
  const apart = first !== undefined && second !== undefined ? LABEL.exec(first.text.trim())?.[1] : undefined;
  if (apart !== undefined) {
    const end = first!.text.length;
    return { label: apart, length: end + /^\s*/u.exec(text.slice(end))![0].length };
  }
  const written = /^\s*\[?(\d{1,3}|[*†‡§¶]{1,3})(?:[\]).:]*\s+|[\]).]+|(?<=[*†‡§¶]))(?=\S)/u.exec(text);
  return written === null ? null : { label: written[1]!, length: written[0].length };
}
