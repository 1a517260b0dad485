/** The block of notes behind an article's text. */
import { type DraftBlock, plainBlock } from '../content/draft.ts';
import { NOTE_LINE } from '../content/notes.ts';
import type { Line } from './lines.ts';

const HEADING =
  /^(?:(?:end|foot)?notes|references|sources|bibliography|kaynak(?:ça|lar)|dipnotlar|notlar|anmerkungen|fußnoten|quellen|notas|注(?:釈)?|脚注|参考文献|주석|각주|참고문헌|미주)\s*[:：]?$/iu;
const NUMBERED = /^(\d{1,3})[.)]?\s+(?=\S)/u;

/** Whether a line is the heading of notes or of a list of sources. */
export function isNotesHeading(text: string): boolean {
  return text.length < 60 && HEADING.test(text);
}

export interface TextAndNotes {
  article: Line[];
  notes: DraftBlock[];
  /** What stands behind the notes. */
  after: Line[];
}

/**
 * Parts the notes from the text: lines `[1] …`, `[2] …` in order, or numbered lines under a heading such as
 * "Notes". The heading itself goes.
 */
export function partNotes(lines: Line[]): TextAndNotes {
  const bracketed = lines.findIndex(
    (line, at) =>
      line.text.startsWith('[1]') && NOTE_LINE.test(line.text) && runLength(lines, at, NOTE_LINE) > 0,
  );
  if (bracketed !== -1) return part(lines, bracketed, NOTE_LINE);
  const heading = lines.findLastIndex((line) => HEADING.test(line.text));
  if (
    heading !== -1 &&
    /^1\b/u.test(lines[heading + 1]?.text ?? '') &&
    NUMBERED.test(lines[heading + 1]!.text)
  )
    return part(lines, heading + 1, NUMBERED);
  return { article: lines, notes: [], after: [] };
}

function part(lines: Line[], first: number, shape: RegExp): TextAndNotes {
  const length = runLength(lines, first, shape);
  const headed = first > 0 && HEADING.test(lines[first - 1]!.text);
  const notes = lines.slice(first, first + length).map(({ text }) => {
    const match = shape.exec(text)!;
    return plainBlock('note', text.slice(match[0].length), { label: match[1]! });
  });
  return {
    article: lines.slice(0, headed ? first - 1 : first),
    notes,
    after: lines.slice(first + length),
  };
}

/** Notes in a row whose numbers rise. */
function runLength(lines: Line[], first: number, shape: RegExp): number {
  let last = 0;
  let length = 0;
  for (const { text } of lines.slice(first)) {
    const number = Number(shape.exec(text)?.[1] ?? Number.NaN);
    if (!(number > last)) break;
    last = number;
    length += 1;
  }
  return length;
}
