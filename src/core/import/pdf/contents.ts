/** A table of contents repeats the headings, with page numbers that are locators of nothing quoted. */
import { type Line, textOf } from './lines.ts';
import type { Paragraph } from './paragraphs.ts';

const HEADING =
  /^(?:(?:table of |list of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|içindekiler|содержание|оглавление|목차|차례|目次)$/iu;
/** Dots that lead to a page number. */
const LEADERS = /(?:[.·…]\s?){4,}\s*[\divxlc]+\s*$/iu;
const ENTRY = /(?:\s|^)(?:\d{1,4}|[ivxlc]{1,6})\s*$/iu;

export function withoutLeaders(lines: Line[]): Line[] {
  return lines.filter((line) => !LEADERS.test(textOf(line)));
}

/** Takes out the entries under a heading "Contents", and with them the heading. */
export function withoutContents(paragraphs: Paragraph[]): Paragraph[] {
  const heading = paragraphs.findIndex(({ lines }) => HEADING.test(lines.map(textOf).join(' ').trim()));
  if (heading === -1) return paragraphs;
  let end = heading + 1;
  while (end < paragraphs.length && paragraphs[end]!.lines.every((line) => ENTRY.test(textOf(line))))
    end += 1;
  return [...paragraphs.slice(0, heading), ...paragraphs.slice(end)];
}
