/** The menu of the site above an article, as it comes along where a whole page is copied. */
import { readByline } from './byline.ts';
import { isChrome } from './chrome.ts';
import { isCaption } from './credits.ts';
import { isLong, type Line } from './lines.ts';
import { isMasthead, isOpeningHeading, isSpeakerLine } from './masthead.ts';

/** Words of the longest entry of a menu. */
const ENTRY_WORDS = 3;
/** Fewer entries in a row may as well be a masthead, a kicker and a short title. */
const FEWEST = 3;
/** Of those, so many that are neither buttons nor names: buttons also stand below a title, and a name above it. */
const FEWEST_SECTIONS = 2;
/** Below this many lines no way to the page is looked for. */
const MOST_WAY = 40;
/** UTF-16 units of the longest. */
const LONGEST_WAY = 400;
/** Below this many lines no menu is looked for. */
const MOST_LINES = 80;

export interface BelowMenu {
  /** The lines from the headline on, below the names of publications and offices that stood in the menu. */
  lines: Line[];
  /** What else stood there, buttons apart. */
  menu: Line[];
}

/**
 * Parts the menu from the article: the last three or more entries of a few words each that stand in a row above a
 * headline, and what is above them. Nothing is taken for a menu where no headline follows.
 */
export function withoutMenu(lines: Line[]): BelowMenu {
  const headline = headlineBelowMenu(lines);
  const inMenu = ({ text }: Line, at: number): boolean => at < headline && !isMasthead(text);
  const isLeftOut = (line: Line, at: number): boolean => inMenu(line, at) || isWayTo(lines, at);
  const menu = lines.filter((line, at) => isLeftOut(line, at) && !isChrome(line.text));
  return menu.length === 0
    ? { lines, menu }
    : { lines: lines.filter((line, at) => !isLeftOut(line, at)), menu };
}

/** "Europe|The title", "News World The title" above "The title": the way to the page, copied as one line. */
function isWayTo(lines: Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (at > MOST_WAY || text.length > LONGEST_WAY) return false;
  return lines
    .slice(at + 1, at + 4)
    .some((next) => next.words > ENTRY_WORDS && text.length > next.text.length && text.endsWith(next.text));
}

/** Where the headline is; 0 where no menu stands above one. */
function headlineBelowMenu(lines: Line[]): number {
  const end = headEnd(lines);
  let headline = 0;
  let begin = 0;
  for (let at = 0; at <= end; at += 1) {
    if (at < end && isEntry(lines[at]!)) continue;
    const run = lines.slice(begin, at);
    const sections = run.filter(({ text }) => !isChrome(text) && !isMasthead(text));
    const isMenu = run.length >= FEWEST && sections.length >= FEWEST_SECTIONS;
    if (isMenu) headline = headlineBehind(lines, begin, at, end) ?? headline;
    begin = at + 1;
  }
  return headline;
}

/**
 * The headline behind entries from `begin` to before `at`: the next line, or the last entry where a byline is next.
 * Where lines that could be a headline stand above the entries, only another one below them is.
 */
function headlineBehind(lines: Line[], begin: number, at: number, end: number): number | null {
  const next = lines[at];
  const isHeadline = at < end && next !== undefined && next.words > ENTRY_WORDS && !isChrome(next.text);
  if (isHeadline) return at;
  return begin === 0 && next !== undefined && isByline(next.text) ? at - 1 : null;
}

/** The lines above the first byline, the first paragraph, or whatever begins a text. */
function headEnd(lines: Line[]): number {
  const end = lines.findIndex(
    ({ text }, at) =>
      at >= MOST_LINES ||
      (!isChrome(text) &&
        (isByline(text) ||
          isLong(text) ||
          isKeyValue(text) ||
          isSpeakerLine(text) ||
          isOpeningHeading(text))),
  );
  return end === -1 ? 0 : end;
}

function isEntry({ text, words }: Line): boolean {
  if (isChrome(text)) return true;
  const isWords = /\p{L}/u.test(text) && !/^[•▪◦‣·*–—-]\s|^\||\t|^\d+[.)]|^\[|[.!?。;,]$/u.test(text);
  return isWords && (words <= ENTRY_WORDS || isMasthead(text)) && !isCaption(text);
}

function isKeyValue(text: string): boolean {
  return /^\p{L}[\p{L} _-]{1,24}[:：]\s+\S/u.test(text) || /^https?:\/\//u.test(text);
}

function isByline(text: string): boolean {
  return text.length < 200 && readByline(text, false) !== null;
}
