/** Notes at the end of a document, under their heading. */
import { textOf } from './lines.ts';
import { noteStart, possibleLabels } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';

const HEADING =
  /^(?:\d+[.)]?\s*)?(?:(?:end|foot)?notes|references|sources|dipnotlar|notlar|anmerkungen|fußnoten|примечания|сноски|脚注|注|주석|각주|미주)\s*[:：]?$/iu;
/** Share of the notes whose sign the text must show; a list of sources has none. */
const MARKED = 0.5;

export interface BodyAndNotes {
  body: Paragraph[];
  notes: Paragraph[];
}

export function partEndnotes(paragraphs: Paragraph[]): BodyAndNotes {
  const heading = paragraphs.findLastIndex(
    ({ role, lines }) => role === 'heading' && HEADING.test(lines.map(textOf).join(' ').trim()),
  );
  if (heading === -1) return { body: paragraphs, notes: [] };
  const notes: Paragraph[] = [];
  let end = heading + 1;
  for (; end < paragraphs.length && paragraphs[end]!.role !== 'heading'; end += 1) {
    const { lines } = paragraphs[end]!;
    const start = noteStart(lines[0]!);
    const last = notes.at(-1);
    if (start !== null && Number(start.label) === Number(last?.label ?? 0) + 1)
      notes.push({ role: 'note', label: start.label, labelLength: start.length, lines: [...lines] });
    else if (last === undefined || /[.!?。]["'”’)\]]*\s*$/u.test(textOf(last.lines.at(-1)!))) break;
    else last.lines.push(...lines);
  }
  const before = paragraphs.slice(0, heading);
  const marked = possibleLabels(before.flatMap(({ lines }) => lines));
  const known = notes.filter(({ label }) => marked.has(label!)).length;
  if (notes.length === 0 || known < notes.length * MARKED) return { body: paragraphs, notes: [] };
  return { body: [...before, ...paragraphs.slice(end)], notes };
}
