/** Writes a brief as plain text for mail: UTF-8, the notes behind the text. */
import type { ExportDocument } from '../exportDocument.ts';
import { displayWidth } from '../displayWidth.ts';
import { flowOf } from '../flow/flowOf.ts';
import { labelsFor } from '../labels.ts';
import { isByline, type TitleLine } from '../titleBlock.ts';
import { blockLines, headingLines, type Setting } from './blocks.ts';
import type { Notes } from './spans.ts';

export function writeText(brief: ExportDocument): string {
  const { title, lines, banner, language, blocks } = flowOf(brief);
  const notes: Notes = [];
  const setting: Setting = { notes, language };
  const marking = banner === null ? [] : [banner.text];
  const head = [...headingLines(title, 0), ...aboutLines(lines)];
  const body = blockLines(blocks, setting);
  const parts = [marking, head, body, noteLines(setting), marking].filter((part) => part.length > 0);
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

/** With labels in a column, but for an author and a date. */
function aboutLines(lines: readonly TitleLine[]): string[] {
  if (lines.length === 0) return [];
  if (isByline(lines)) return [lines.map(({ text }) => text).join(' · ')];
  const width = Math.max(...lines.map(({ label }) => displayWidth(label))) + 2;
  return lines.map(({ label, text }) => `${label}:${' '.repeat(width - displayWidth(label) - 1)}${text}`);
}

/** What stands in notes has no notes of its own. */
function noteLines(setting: Setting): string[] {
  const { notes, language } = setting;
  if (notes.length === 0) return [];
  const lines = headingLines(labelsFor(language).notes, 1);
  for (const { number, blocks } of notes) {
    const mark = `[${number}] `;
    const [first = '', ...rest] = blockLines(blocks, setting);
    const indent = ' '.repeat(mark.length);
    lines.push('', `${mark}${first}`, ...rest.map((line) => `${indent}${line}`.trimEnd()));
  }
  return lines;
}
