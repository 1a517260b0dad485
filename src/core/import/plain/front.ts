/** What stands before an article's first paragraph: masthead, title, byline, date, deck, address, captions. */
import { type Found, offer } from '../metadata/found.ts';
import { readByline } from './byline.ts';
import { isCaption } from './credits.ts';
import { takeDateline } from './dateline.ts';
import { takesFact, takesLabel } from './frontFacts.ts';
import { DECK_WORDS, hasByline, type Reading, titleCount } from './frontReading.ts';
import { chooseTitle } from './frontTitle.ts';
import { endsSentence, isLong, type Line } from './lines.ts';
import { isMasthead, isOpeningHeading, isSpeakerLine } from './masthead.ts';

/** How far ahead front matter is looked for behind a possible deck. */
const LOOK_AHEAD = 3;
/** How far ahead it is looked for behind a line that could begin the text. */
const LOOK_FURTHER = 6;
/** Lines that may stand before an article's first paragraph. */
const MOST_LINES = 20;
/** Lines that could be the title, its kicker and its deck. */
const MOST_TITLES = 4;

export interface Front {
  /** The lines from the first heading or paragraph on. */
  body: Line[];
  /** Captions that stood above it. */
  captions: Line[];
}

/** Reads the front matter of `lines` into `found`. */
export function takeFrontMatter(lines: Line[], found: Found): Front {
  const captions: Line[] = [];
  const reading: Reading = { found, lines, titles: [], facts: [] };
  const passed: Line[] = [];
  let at = 0;
  for (; at < Math.min(lines.length, MOST_LINES); at += 1) {
    const line = lines[at]!;
    // Above a title, what a caption follows is the title.
    if (titleCount(reading) > 0 ? isCaptionAt(lines, at) : isCaption(line.text)) captions.push(line);
    else if (takesLabel(reading, at)) reading.facts.push(at);
    else if (isMasthead(line.text)) {
      if (!isAffiliation(reading, at)) reading.titles.push(at);
    } else if (takesFact(reading, at)) reading.facts.push(at);
    else if (endsFront(reading, at)) {
      if (!isFollowedByFact(reading, at)) break;
      passed.push({ ...line, gapBefore: false, gapAfter: false });
    } else if (isLong(line.text) || (hasByline(reading) && endsSentence(line.text))) {
      const guessed = deckCertainty(reading, at);
      if (found.csl.abstract !== undefined || titleCount(reading) === 0 || guessed === null) break;
      offer(found, 'abstract', line.text, guessed === 'guessed');
    } else reading.titles.push(at);
  }
  // A summary may stand above the paragraph that says where and when.
  const opening = lines.slice(at, at + LOOK_FURTHER).find(({ text }) => isLong(text)) ?? lines[at];
  takeDateline(opening?.text ?? '', found);
  return { body: [...chooseTitle(reading), ...passed, ...lines.slice(at)], captions };
}

/** Behind a line that could begin the text, a byline or date follows before any paragraph. */
function isFollowedByFact({ lines, found }: Reading, at: number): boolean {
  if (isBeginning(lines[at]!.text)) return false;
  for (const [ahead, { text }] of lines.slice(at + 1, at + 1 + LOOK_FURTHER).entries()) {
    if (isCaptionAt(lines, at + 1 + ahead)) continue;
    if (isLong(text) || isBeginning(text)) return false;
    const byline = readByline(text, false);
    if (byline?.date !== undefined && byline.date !== null) return found.csl.issued === undefined;
    if (byline !== null && byline.authors.length > 0 && found.csl.author === undefined) return true;
    if (/^https?:\/\/\S+$/u.test(text)) return found.csl.URL === undefined && found.csl.DOI === undefined;
  }
  return false;
}

function isBeginning(text: string): boolean {
  return isSpeakerLine(text) || isOpeningHeading(text) || /^[•▪◦‣·]|^[*–—-]\s|^\||\t/u.test(text);
}

/** A credit line, or the line right above one in its group: the picture's description. */
export function isCaptionAt(lines: Line[], at: number): boolean {
  const { text, gapAfter, words } = lines[at]!;
  if (isCaption(text)) return true;
  const next = lines[at + 1];
  return !gapAfter && next !== undefined && words >= 8 && !endsSentence(text) && isCaption(next.text);
}

/** A title stands above the text, and so do at most a kicker and a deck; a heading or a list begins the text. */
function endsFront(reading: Reading, at: number): boolean {
  const { found, lines } = reading;
  const { text } = lines[at]!;
  if (isSpeakerLine(text) || /^[•▪◦‣·]|^[*–—-]\s|^\||\t/u.test(text)) return true;
  const count = titleCount(reading);
  if (count === 0) return false;
  if (isOpeningHeading(text)) return true;
  if (isLong(text)) return false;
  if (found.csl.abstract !== undefined) return true;
  return hasByline(reading) || reading.titles.length >= MOST_TITLES;
}

/** A school right below an author is where the author works. */
function isAffiliation({ facts, lines, found }: Reading, at: number): boolean {
  const isSchool = /universit|üniversite|college|school|hochschule|université|대학|大学/iu.test(
    lines[at]!.text,
  );
  return isSchool && facts.includes(at - 1) && found.csl.author !== undefined;
}

/**
 * Whether the long line at `at` is the deck. Certain where front matter follows it; a guess where it follows
 * a byline or date and is much shorter than the paragraphs behind it.
 */
function deckCertainty(reading: Reading, at: number): 'certain' | 'guessed' | null {
  const { lines } = reading;
  const { text, gapAfter, words } = lines[at]!;
  if (words > DECK_WORDS || /\[\d+\]/u.test(text)) return null;
  const ahead = lines.slice(at + 1, at + 1 + LOOK_AHEAD);
  const firstLong = ahead.findIndex(
    (line, index) => isLong(line.text) && !isCaptionAt(lines, at + 1 + index),
  );
  const before = firstLong === -1 ? ahead : ahead.slice(0, firstLong);
  if (before.some((line) => isFrontMatter(line.text))) return 'certain';
  if (!hasByline(reading) || !gapAfter) return null;
  const following = lines
    .slice(at + 1, at + 7)
    .map((line) => line.words)
    .filter((count) => count >= 15)
    .toSorted((a, b) => a - b);
  const median = following[Math.floor(following.length / 2)] ?? 0;
  return words * 2 < median ? 'guessed' : null;
}

function isFrontMatter(line: string): boolean {
  return /^https?:\/\/\S+$/u.test(line) || isCaption(line) || readByline(line, false) !== null;
}
