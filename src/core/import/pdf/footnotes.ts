/** Footnotes that are only set as such: small text at the foot of a column that begins with a label. */
import { type Line, textOf } from './lines.ts';
import { noteStart, possibleLabels } from './markers.ts';
import type { Measures } from './measures.ts';
import type { Paragraph } from './paragraphs.ts';

/** Notes are set smaller than this, times the size of the body. */
const SMALLER = 0.95;

export interface NotesSoFar {
  /** The note that may go on at the foot of the next column. */
  last: Paragraph | null;
}

export interface ColumnParts {
  body: Line[];
  notes: Paragraph[];
}

/**
 * Takes the notes from the foot of a column. What begins with a label counts as a note only where the page's
 * text has that sign, or the label follows that of the note before. `text` is all of the page.
 */
export function takeNotes(column: Line[], text: Line[], measures: Measures, soFar: NotesSoFar): ColumnParts {
  let start = column.length;
  while (start > 0 && column[start - 1]!.size < measures.bodySize * SMALLER) start -= 1;
  const foot = column.slice(start);
  const marked = possibleLabels(text.filter((line) => !foot.includes(line)));
  const first = foot.findIndex((line) => isExpected(line, marked, soFar.last));
  const goesOn = soFar.last !== null && foot.length > 0 && isUnfinished(soFar.last, foot[0]!);
  if (first === -1 && !goesOn) return { body: column, notes: [] };
  const from = first === -1 ? foot.length : first;
  const notes: Paragraph[] = [];
  let body = column.slice(0, start + from);
  if (goesOn && from > 0) {
    soFar.last!.lines.push(...foot.slice(0, from));
    body = column.slice(0, start);
  }
  for (const line of foot.slice(from)) {
    const begins = isExpected(line, marked, soFar.last) ? noteStart(line) : null;
    if (begins !== null) {
      soFar.last = { role: 'note', label: begins.label, labelLength: begins.length, lines: [line] };
      notes.push(soFar.last);
    } else soFar.last!.lines.push(line);
  }
  return { body, notes };
}

function isExpected(line: Line, marked: Set<string>, last: Paragraph | null): boolean {
  const label = noteStart(line)?.label;
  if (label === undefined) return false;
  const number = Number(label);
  const before = Number(last?.label ?? Number.NaN);
  const samePage = last !== null && last.lines.at(-1)!.page === line.page;
  // Years and numbers at the start of a note's second line are no labels: labels rise.
  if (samePage && !Number.isNaN(number) && number <= before) return false;
  return marked.has(label) || number === before + 1;
}

/** A note that breaks off at the foot of the page before. */
function isUnfinished(note: Paragraph, next: Line): boolean {
  const last = note.lines.at(-1)!;
  const follows = next.page === last.page + 1 || (next.page === last.page && next.left > last.right);
  return follows && Math.abs(next.size - last.size) < 0.5 && !/[.!?。]["'”’)\]]*\s*$/u.test(textOf(last));
}
