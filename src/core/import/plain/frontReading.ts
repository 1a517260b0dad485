/** What reading an article's front matter has met so far. */
import type { Found } from '../metadata/found.ts';
import type { Line } from './lines.ts';
import { isMasthead } from './masthead.ts';

/** Longest deck: two or three sentences. */
export const DECK_WORDS = 60;

/** What the lines met so far say. */
export interface Reading {
  found: Found;
  lines: Line[];
  /** Places of the lines that could be the title, its kicker or its deck. */
  titles: number[];
  /** Places of the lines that say who, when and where. */
  facts: number[];
}

/** Lines that could be the title itself, mastheads apart. */
export function titleCount({ titles, lines, found }: Reading): number {
  const stated = found.csl.title === undefined ? 0 : 1;
  return stated + titles.filter((at) => !isMasthead(lines[at]!.text)).length;
}

/** A byline or a date has been met below a title: the title is behind us. */
export function hasByline({ facts, titles, found, lines }: Reading): boolean {
  const firstTitle =
    titles.find((at) => !isMasthead(lines[at]!.text)) ?? (found.csl.title === undefined ? null : -1);
  return firstTitle !== null && facts.some((at) => at > firstTitle);
}
