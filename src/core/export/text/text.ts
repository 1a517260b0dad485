/** Writes a brief as plain text for mail: UTF-8, the notes behind the text. */
import type { ExportDocument } from '../exportDocument.ts';
import { flowOf } from '../flow/flowOf.ts';
import { labelsFor } from '../labels.ts';
import { blockLines, headingLines, type Setting } from './blocks.ts';
import type { Notes } from './spans.ts';

export function writeText(brief: ExportDocument): string {
  const { title, author, date, language, blocks } = flowOf(brief);
  const notes: Notes = [];
  const setting: Setting = { notes, language };
  const byline = [author, date].filter((part) => part !== '').join(' · ');
  const head = [...headingLines(title, 0), ...(byline === '' ? [] : [byline])];
  const body = blockLines(blocks, setting);
  const parts = [head, body, noteLines(setting)].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
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
