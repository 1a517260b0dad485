/** Lines of glyphs as runs of text, with note markers, marks, and where pages begin. */
import type { Run } from '../content/draft.ts';
import { SUPERSCRIPT_NUMBER, superscript } from '../html/blocks.ts';
import type { Glyphs } from './glyphs.ts';
import { joinOf, type Vocabulary } from './join.ts';
import { type Segment, spaceBetween } from './lines.ts';
import { isRaised, labelsOf } from './markers.ts';

export interface RunContext {
  vocabulary: Vocabulary;
  /** The note that a sign on a page stands for; null where it stands for none. */
  noteOf(page: number, label: string): string | null;
  /** The label of a page where the text has come to it, null where it is still on it. */
  turnTo(page: number): string | null;
}

export interface RunOptions {
  /** Headings are bold by nature. */
  keepBold: boolean;
  /** Lines stay lines, as in code. */
  keepLines: boolean;
}

export function runsOf(lines: Segment[], context: RunContext, { keepBold, keepLines }: RunOptions): Run[] {
  const runs: Run[] = [];
  for (const [index, line] of lines.entries()) {
    const own = lineRuns(line, context, keepBold);
    if (index > 0) connect(runs, own, context.vocabulary, keepLines);
    const label = context.turnTo(line.page);
    if (label !== null) runs.push({ text: '', page: label });
    runs.push(...own);
  }
  return merged(runs);
}

function connect(runs: Run[], own: Run[], vocabulary: Vocabulary, keepLines: boolean): void {
  const last = runs.findLast((run) => run.text !== '');
  const first = own.find((run) => run.text !== '');
  if (last === undefined || first === undefined) return;
  if (keepLines) {
    last.text += '\n';
    return;
  }
  const join = joinOf(textBefore(runs), textOfRuns(own), vocabulary);
  last.text = last.text.replace(/\s+$/u, '');
  if (join.drop > 0) last.text = last.text.slice(0, -join.drop);
  first.text = first.text.replace(/^\s+/u, '');
  if (join.between === '') return;
  // The space belongs behind a marker that ends the line.
  if (runs.at(-1) === last) last.text += ' ';
  else runs.push({ text: ' ' });
}

/** The end of the text so far is enough to see how it goes on. */
function textBefore(runs: Run[]): string {
  return textOfRuns(runs.slice(-8));
}

function textOfRuns(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

function lineRuns(line: Segment, context: RunContext, keepBold: boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, one] of line.glyphs.entries()) {
    const before = line.glyphs[index - 1];
    const space = before !== undefined && spaceBetween(before, one) ? ' ' : '';
    const notes = labelsOf(line.glyphs, index, line).map((label) => context.noteOf(line.page, label));
    if (notes.length > 0 && !notes.includes(null)) {
      for (const note of notes) if (note !== null) runs.push({ text: '', noteRef: note });
      if (/\s$/u.test(one.text)) runs.push({ text: ' ' });
      continue;
    }
    // A space before or behind emphasis or a link is no part of it.
    const [, start = '', text = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(raisedText(one, line))!;
    runs.push({ text: space + start }, runOf(one, text, keepBold), { text: end });
  }
  return runs;
}

/** Raised digits stay apart from the word before them: "km²", not "km2". */
function raisedText(one: Glyphs, line: Segment): string {
  const text = one.text.trim();
  return isRaised(one, line) && SUPERSCRIPT_NUMBER.test(text) ? superscript(text) : one.text;
}

function runOf({ font, url }: Glyphs, text: string, keepBold: boolean): Run {
  const run: Run = { text };
  if (font.bold && keepBold) run.bold = true;
  if (font.italic) run.italic = true;
  if (url !== null) run.url = url;
  return run;
}

function merged(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const isText = run.noteRef === undefined && run.page === undefined;
    if (isText && run.text === '') continue;
    const lastIsText = last !== undefined && last.noteRef === undefined && last.page === undefined;
    if (isText && lastIsText && sameFormat(last, run)) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

function sameFormat(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.url === b.url;
}
