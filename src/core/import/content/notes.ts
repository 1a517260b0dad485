/** Notes that a source writes as text: `[1]` in the running text and a block of `[1] …` at the end. */
import type { DraftBlock, Run } from './draft.ts';
import { blockText } from './draft.ts';

/** `[12] text`; the space is often missing. */
export const NOTE_LINE = /^\[(\d{1,3})\]\s*(?=\S)/u;
/** `[12]`, or superscript digits behind a word or its punctuation, but not those of km², x² and mc². */
const MARKER =
  /\[(\d{1,3})\]|(?<=[\p{L}\p{P}])(?<!(?<!\p{L})(?:\p{L}|[cdkm]m|mc|ft|in|yd|mi))([¹²³⁰⁴-⁹]{1,3})/gu;
/** By their value. */
export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Replaces the markers of the notes among `blocks` by note references. A marker without a note stays
 * text, for it may be the author's own bracket.
 */
export function linkMarkers(blocks: DraftBlock[]): DraftBlock[] {
  const labels = new Set(blocks.flatMap((block) => (block.role === 'note' ? [block.label ?? ''] : [])));
  if (labels.size === 0) return blocks;
  const lastNote = blocks.findLastIndex((block) => block.role === 'note');
  return blocks.map((block, at) => {
    // What stands behind the notes has brackets of its own.
    if (at > lastNote || block.role === 'note' || block.role === 'code') return block;
    if (block.rows === undefined) return { ...block, runs: linkRuns(block.runs, labels) };
    const rows = block.rows.map((row) =>
      row.map(({ runs, header }) => ({ runs: linkRuns(runs, labels), header })),
    );
    return { ...block, rows };
  });
}

function linkRuns(runs: Run[], labels: Set<string>): Run[] {
  return runs.flatMap((run) => splitAtMarkers(run, labels));
}

function splitAtMarkers(run: Run, labels: Set<string>): Run[] {
  const parts: Run[] = [];
  let from = 0;
  for (const match of run.text.matchAll(MARKER)) {
    const label = match[1] ?? fromSuperscripts(match[2]!);
    if (!labels.has(label)) continue;
    parts.push({ ...run, text: run.text.slice(from, match.index) }, { text: '', noteRef: label });
    from = match.index + match[0].length;
  }
  if (parts.length === 0) return [run];
  return [...parts, { ...run, text: run.text.slice(from) }];
}

function fromSuperscripts(digits: string): string {
  return Array.from(digits, (digit) => SUPERSCRIPTS.indexOf(digit)).join('');
}

/**
 * Turns a trailing run of `[n] …` paragraphs into note blocks. Lines of a note that were broken off
 * are not rejoined.
 */
export function recogniseNoteBlocks(blocks: DraftBlock[]): DraftBlock[] {
  const first = blocks.findIndex(
    (block, index) =>
      isNote(block) && /^\s*\[1\]/u.test(blockText(block)) && mostAreNotes(blocks.slice(index)),
  );
  if (first === -1) return blocks;
  return blocks.map((block, index) => (index >= first && isNote(block) ? asNote(block) : block));
}

function isNote(block: DraftBlock): boolean {
  const mayBe = block.role === 'paragraph' || block.role === 'list-item';
  return mayBe && NOTE_LINE.test(blockText(block).trimStart());
}

/** A block of notes, not one bracketed sentence. */
function mostAreNotes(blocks: DraftBlock[]): boolean {
  return blocks.filter(isNote).length * 2 >= blocks.length;
}

function asNote(block: DraftBlock): DraftBlock {
  const match = NOTE_LINE.exec(blockText(block).trimStart())!;
  let cut = match[0].length + (blockText(block).length - blockText(block).trimStart().length);
  const runs = block.runs.map((run) => {
    const text = run.text.slice(cut);
    cut = Math.max(0, cut - run.text.length);
    return { ...run, text };
  });
  return { role: 'note', label: match[1]!, runs };
}
