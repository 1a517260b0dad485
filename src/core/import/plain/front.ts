/** What stands before an article's first paragraph: masthead, title, byline, date, deck, address, captions. */
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { looksLikeNames, readNames } from '../metadata/names.ts';
import { isKnownPublisher, knownName } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import { readByline } from './byline.ts';
import { isCaption } from './credits.ts';
import { takeDateline } from './dateline.ts';
import { endsSentence, isLong, type Line, weigh } from './lines.ts';
import { isMasthead, isOpeningHeading, isSpeakerLine, takeIssueLine, takeMasthead } from './masthead.ts';

const GENRE =
  /^((?:analys[ie]s|opinions?|commentary|comment|news|feature|(?:official |policy )?report|policy brief|issue brief|working paper|blog(?: post)?|op-?ed|article|interview|(?:for immediate |press |news |media )release|briefing|explainer|essay|review|column|editorial|insight|minutes|hansard)s?(?:\s*(?:&|and)\s*\p{L}+)?(?:\s+(?:no\.?|nr\.?|#)\s*[\w/-]{1,12})?)(?:\s*[-–—|:•/]\s*(.{2,60}))?$/iu;
const KEY_VALUE = /^(\p{L}[\p{L} _-]{1,24}?)\s*[:：]\s+(\S.*)$/u;
/** Whom to call about a press release. */
const CONTACT =
  /^(?:(?:media |press )?(?:contacts?|enquiries|inquiries)\s*[:：].{0,100}|(?:tel|phone|telephone|mobile|fax|e-?mail|tel\.)\s*[.:：]?\s*[+\d(].{0,40}|[\w.+-]+@[\w.-]+|\+?[\d() -]{7,20})$/iu;
/** "2.34 pm" above a debate. */
const TIME = /^\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?|hrs|uhr)?$/iu;
const HOST = /^(?:www\.)?((?:[\w-]{1,60}\.){1,4}[a-z]{2,10})$/iu;
/** Longest deck: two or three sentences. */
const DECK_WORDS = 60;
/** How far ahead front matter is looked for behind a possible deck. */
const LOOK_AHEAD = 3;
/** Lines that may stand before an article's first paragraph. */
const MOST_LINES = 16;
/** Lines that could be the title, its kicker and its deck. */
const MOST_TITLES = 4;

export interface Front {
  /** The lines from the first heading or paragraph on. */
  body: Line[];
  /** Captions that stood above it. */
  captions: Line[];
}

/** What the lines met so far say. */
interface Reading {
  found: Found;
  lines: Line[];
  /** Places of the lines that could be the title, its kicker or its deck. */
  titles: number[];
  /** Places of the lines that say who, when and where. */
  facts: number[];
}

/** Reads the front matter of `lines` into `found`. */
export function takeFrontMatter(lines: Line[], found: Found): Front {
  const captions: Line[] = [];
  const reading: Reading = { found, lines, titles: [], facts: [] };
  let at = 0;
  for (; at < Math.min(lines.length, MOST_LINES); at += 1) {
    const line = lines[at]!;
    if (isCaptionAt(lines, at)) captions.push(line);
    else if (isMasthead(line.text)) {
      if (!isAffiliation(reading, at)) reading.titles.push(at);
    } else if (takesFact(reading, at)) reading.facts.push(at);
    else if (endsFront(reading, at)) break;
    else if (isLong(line.text) || (hasByline(reading) && endsSentence(line.text))) {
      const guessed = deckCertainty(reading, at);
      if (found.csl.abstract !== undefined || titleCount(reading) === 0 || guessed === null) break;
      offer(found, 'abstract', line.text, guessed === 'guessed');
    } else reading.titles.push(at);
  }
  takeDateline(lines[at]?.text ?? '', found);
  return { body: [...chooseTitle(reading), ...lines.slice(at)], captions };
}

/** A credit line, or the line right above one in its group: the picture's description. */
export function isCaptionAt(lines: Line[], at: number): boolean {
  const { text, gapAfter, words } = lines[at]!;
  if (isCaption(text)) return true;
  const next = lines[at + 1];
  return !gapAfter && next !== undefined && words >= 8 && !endsSentence(text) && isCaption(next.text);
}

/** A line that is metadata and no part of the text. */
function takesFact(reading: Reading, at: number): boolean {
  const { found, lines } = reading;
  const { text, words } = lines[at]!;
  if (text.length > 500) return false;
  if (takeAddress(text, found)) return true;
  if (words <= DECK_WORDS && takeKeyValue(text, found)) return true;
  if (takeGenre(text, reading) || takeIssueLine(text, found)) return true;
  if (CONTACT.test(text) || TIME.test(text) || takeBrokenDateline(reading, at)) return true;
  return takeByline(reading, at);
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

/** Lines that could be the title itself, mastheads apart. */
function titleCount({ titles, lines, found }: Reading): number {
  const stated = found.csl.title === undefined ? 0 : 1;
  return stated + titles.filter((at) => !isMasthead(lines[at]!.text)).length;
}

/** A byline or a date has been met below a title: the title is behind us. */
function hasByline({ facts, titles, found, lines }: Reading): boolean {
  const firstTitle =
    titles.find((at) => !isMasthead(lines[at]!.text)) ?? (found.csl.title === undefined ? null : -1);
  return firstTitle !== null && facts.some((at) => at > firstTitle);
}

/** "CNN —" on a line of its own, below the name of a place. */
function takeBrokenDateline({ lines, found }: Reading, at: number): boolean {
  const source = BROKEN_DATELINE.exec(lines[at]!.text)?.[1];
  if (source !== undefined && isKnownPublisher(source))
    return offer(found, 'publisher', knownName(source) ?? source, true) || true;
  const next = BROKEN_DATELINE.exec(lines[at + 1]?.text ?? '')?.[1];
  return next !== undefined && isKnownPublisher(next) && lines[at]!.words <= 4;
}

const BROKEN_DATELINE = /^(\p{Lu}[\p{L}. ]{1,30}?)\s*[—–]$/u;

/** A school right below an author is where the author works. */
function isAffiliation({ facts, lines, found }: Reading, at: number): boolean {
  const isSchool = /universit|üniversite|college|school|hochschule|université|대학|大学/iu.test(
    lines[at]!.text,
  );
  return isSchool && facts.includes(at - 1) && found.csl.author !== undefined;
}

function takeAddress(text: string, found: Found): boolean {
  const host = HOST.exec(text)?.[1];
  if (host !== undefined && !/\d$/u.test(host)) return offer(found, 'publisher', host, true) || true;
  if (!/^https?:\/\/\S+$/u.test(text)) return false;
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/u.exec(text)?.[1];
  if (doi !== undefined) return offer(found, 'DOI', doi) || true;
  const url = articleUrl(text);
  if (url !== null) offer(found, 'URL', url);
  return url !== null;
}

function takeKeyValue(text: string, found: Found): boolean {
  const [, key = '', value = ''] = KEY_VALUE.exec(text) ?? [];
  return key !== '' && offerStated(found, key, value);
}

/** "Analysis & Opinions - The Diplomat", "POLICY BRIEF No. 12 | November 2022", only above the title. */
function takeGenre(text: string, reading: Reading): boolean {
  if (titleCount(reading) > 0) return false;
  const { found } = reading;
  const turned = /^(.{2,40}?)\s*[|•·]\s*(\p{L}[\p{L} ]{2,30})$/u.exec(text);
  if (turned !== null && isKnownPublisher(turned[1]!) && GENRE.test(turned[2]!)) {
    offer(found, 'genre', turned[2]);
    return takeMasthead(knownName(turned[1]!) ?? turned[1]!, found);
  }
  const [, genre, place] = GENRE.exec(text) ?? [];
  if (genre === undefined) return false;
  const date = place === undefined ? null : readByline(place, false);
  if (date === null && place !== undefined && weigh(place) > 4 && knownName(place) === null) return false;
  offer(found, 'genre', /^for immediate/iu.test(genre) ? 'Press release' : genre.trim());
  if (date !== null) offerDate(found, 'issued', date.date, date.printedDate);
  else if (place !== undefined) offer(found, 'container-title', knownName(place) ?? place.trim());
  return true;
}

/** A bare name counts right below the title, or beside a date or another fact. */
function takeByline(reading: Reading, at: number): boolean {
  const { found, lines } = reading;
  const { text, words } = lines[at]!;
  if (words > 25) return false;
  const hasTitle = titleCount(reading) > 0;
  const next = lines[at + 1];
  const beside = reading.facts.includes(at - 1) || (next !== undefined && saysFact(next.text));
  const bareNames =
    hasTitle &&
    !isOpeningHeading(text) &&
    (beside || (next !== undefined && (isLong(next.text) || isOpeningHeading(next.text))));
  const byline = readByline(text, bareNames) ?? (bareNames && isNameList(text) ? names(text) : null);
  if (byline === null) return false;
  const isBareName = byline.authors.length > 0 && byline.date === null && !/^by\b/iu.test(text);
  if (!hasTitle && isBareName) return false;
  offer(found, 'author', byline.authors);
  offer(found, 'editor', byline.editors);
  offer(
    found,
    'publisher',
    byline.source === null ? null : (knownName(byline.source) ?? byline.source),
    true,
  );
  offerDate(found, 'issued', byline.date, byline.printedDate);
  return true;
}

function isNameList(text: string): boolean {
  return text.length < 200 && looksLikeNames(text);
}

function names(text: string): NonNullable<ReturnType<typeof readByline>> {
  return { authors: readNames(text), editors: [], source: null, date: null, printedDate: '' };
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

/**
 * The first line that is more than a kicker or the name of the site is the title, or the line right above the
 * byline where the two stand apart from what is above them; what follows it up to the byline is the deck.
 * Returns the lines that nothing says belong to the title: they may be all that the text has.
 */
function chooseTitle(reading: Reading): Line[] {
  const { lines, found } = reading;
  const isName = (at: number): boolean => isMasthead(lines[at]!.text);
  const named = reading.titles.filter(isName);
  // The name of an office that stands all alone is the title.
  const isTitle = named.length === reading.titles.length && found.csl.title === undefined;
  const titles = isTitle ? reading.titles : reading.titles.filter((at) => !isName(at));
  for (const at of isTitle ? named.slice(0, -1) : named) takeMasthead(lines[at]!.text, found);
  const texts = titles.map((at) => lines[at]!.text);
  // A kicker stands above a title, and a title does not end in a full stop.
  const isKicker = (index: number): boolean =>
    lines[titles[index]!]!.words <= 3 && !/[.。]$/u.test(texts[index + 1] ?? '');
  const besideByline = titleBesideByline(reading, titles);
  const chosen = isTitle
    ? titles.length - 1
    : (besideByline ?? titles.findIndex((_at, index) => index === titles.length - 1 || !isKicker(index)));
  if (chosen === -1) return [];
  if (besideByline !== null && besideByline > 1 && named.length === 0 && lines[titles[0]!]!.words <= 4)
    takeMasthead(texts[0]!, found);
  const taken = offer(found, 'title', texts[chosen]?.replace(NUMBERED, ''));
  const rest = titles.slice(chosen + (taken ? 1 : 0)).map((at) => lines[at]!);
  if (!hasByline(reading)) return titles.filter((_at, index) => index !== chosen).map((at) => lines[at]!);
  const isDeck = rest.reduce((sum, line) => sum + line.words, 0) >= 5 || rest.some(isQuoted);
  if (isDeck) offer(found, 'abstract', rest.map((line) => line.text).join(' '), true);
  // Too short for a deck: a place, which is no heading of the text.
  return isDeck ? [] : rest.map((line) => ({ ...line, gapBefore: false, gapAfter: false }));
}

/** "No. 41 · Title" */
const NUMBERED = /^(?:no|issue|nr)\.?\s*\d+\s*[·:|–—-]\s*/iu;

function isQuoted({ text }: Line): boolean {
  return /^["“«「‘'].*["”»」’']$/u.test(text) || endsSentence(text);
}

/** The line above the byline in a group of their own, below another group: the title under a masthead. */
function titleBesideByline({ facts, lines }: Reading, titles: number[]): number | null {
  for (const [index, at] of titles.entries()) {
    const isFirstOfGroup = index > 0 && lines[at]!.gapBefore && !lines[at]!.gapAfter;
    if (isFirstOfGroup && facts.includes(at + 1)) return index;
  }
  return null;
}

function saysFact(line: string): boolean {
  if (line.length > 200) return false;
  const byline = readByline(line, false);
  return (
    (byline !== null && byline.date !== null) ||
    /^https?:\/\/\S+$|^\d+(?:\s?[–-]\s?\d+)?\s+min/iu.test(line) ||
    isMasthead(line)
  );
}

function isFrontMatter(line: string): boolean {
  return /^https?:\/\/\S+$/u.test(line) || isCaption(line) || readByline(line, false) !== null;
}
