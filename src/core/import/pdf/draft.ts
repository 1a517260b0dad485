/** Paragraphs of a page as draft blocks. */
import type { DraftBlock } from '../content/draft.ts';
import type { Glyphs } from './glyphs.ts';
import type { Vocabulary } from './join.ts';
import { type Segment, spaceBetween, textOf } from './lines.ts';
import { listMarker } from './listMarker.ts';
import type { Paragraph } from './paragraphs.ts';
import { type RunContext, runsOf } from './runs.ts';

export interface DraftContext {
  vocabulary: Vocabulary;
  /** By page. */
  labels: string[];
}

/** The text, then the notes; labels that return with every page are made different. */
export function draftBlocks(body: Paragraph[], notes: Paragraph[], context: DraftContext): DraftBlock[] {
  const labels = new NoteLabels(notes);
  let current = -1;
  const run: RunContext = {
    vocabulary: context.vocabulary,
    noteOf: (page, label) => labels.of(page, label),
    turnTo: (page) => {
      if (page === current) return null;
      current = page;
      return context.labels[page] ?? String(page + 1);
    },
  };
  const indents: number[] = [];
  const blocks = body.map((paragraph) => blockOf(paragraph, run, indents));
  return [...blocks, ...notes.map((note) => noteBlock(note, run, labels))];
}

function blockOf(paragraph: Paragraph, context: RunContext, indents: number[]): DraftBlock {
  const { role, lines } = paragraph;
  const runs = (from: Segment[]): DraftBlock['runs'] =>
    runsOf(from, context, { keepBold: role !== 'heading', keepLines: role === 'code' });
  if (role !== 'list-item') indents.length = 0;
  if (role === 'table') {
    const rows = paragraph.cells!.map((row) =>
      row.map(({ segments, header }) => ({ runs: runs(segments), header })),
    );
    return { role, runs: [], rows };
  }
  if (role === 'list-item') {
    const marker = listMarker(textOf(lines[0]!));
    const label = marker?.label ?? null;
    const level = levelOf(lines[0]!.left, indents);
    const own = [withoutStart(lines[0]!, marker?.length ?? 0), ...lines.slice(1)];
    return { role, level, ...(label === null ? {} : { label }), runs: runs(own) };
  }
  if (role === 'heading') return { role, level: paragraph.level ?? 1, runs: runs(lines) };
  return { role: role === 'text' ? 'paragraph' : role, runs: runs(lines) };
}

/** Depth by the left edge: `indents` are those of the items around. */
function levelOf(left: number, indents: number[]): number {
  while (indents.length > 0 && indents.at(-1)! > left + 3) indents.pop();
  if (indents.length === 0 || left > indents.at(-1)! + 3) indents.push(left);
  return Math.min(6, indents.length);
}

function noteBlock(note: Paragraph, context: RunContext, labels: NoteLabels): DraftBlock {
  const [first, ...rest] = note.lines;
  const lines = [withoutStart(first!, note.labelLength ?? 0), ...rest];
  const runs = runsOf(lines, { ...context, noteOf: () => null }, { keepBold: true, keepLines: false });
  const label = labels.ownOf(note);
  return { role: 'note', ...(label === null ? {} : { label }), runs };
}

/** A line without its first UTF-16 units, counted as `textOf` writes it. */
function withoutStart<T extends Segment>(line: T, length: number): T {
  const glyphs: Glyphs[] = [];
  let position = 0;
  for (const [index, one] of line.glyphs.entries()) {
    const before = line.glyphs[index - 1];
    if (before !== undefined && spaceBetween(before, one)) position += 1;
    const text = one.text.slice(Math.max(0, length - position));
    if (text !== '') glyphs.push({ ...one, text });
    position += one.text.length;
  }
  return { ...line, glyphs };
}

/** The labels under which the notes go, and which sign on which page leads to which. */
class NoteLabels {
  readonly #own = new Map<Paragraph, string>();
  readonly #byPage = new Map<number, Map<string, string>>();
  readonly #anywhere = new Map<string, string>();

  constructor(notes: Paragraph[]) {
    const used = new Set<string>();
    const repeated = new Set<string>();
    for (const note of notes) {
      if (note.label === undefined) continue;
      let label = note.label;
      for (let copy = 2; used.has(label); copy += 1) label = `${note.label}-${copy}`;
      used.add(label);
      this.#own.set(note, label);
      const { page } = note.lines[0]!;
      const onPage = this.#byPage.get(page) ?? new Map<string, string>();
      if (!onPage.has(note.label)) onPage.set(note.label, label);
      this.#byPage.set(page, onPage);
      if (this.#anywhere.has(note.label)) repeated.add(note.label);
      this.#anywhere.set(note.label, label);
    }
    for (const label of repeated) this.#anywhere.delete(label);
  }

  ownOf(note: Paragraph): string | null {
    return this.#own.get(note) ?? null;
  }

  of(page: number, printed: string): string | null {
    return this.#byPage.get(page)?.get(printed) ?? this.#anywhere.get(printed) ?? null;
  }
}
