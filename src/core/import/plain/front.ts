/** What stands before an article's first paragraph: kicker, title, byline, date, deck, address, captions. */
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { isOrganisation } from '../metadata/names.ts';
import { knownName, typeByWording } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import { readByline } from './byline.ts';
import { isCaption } from './credits.ts';
import { endsSentence, isLong, type Line, weigh } from './lines.ts';

const GENRE =
  /^((?:analys[ie]s|opinions?|commentary|comment|news|feature|report|policy brief|issue brief|working paper|blog(?: post)?|op-?ed|article|interview|press release|briefing|explainer|essay|review|column|editorial|insight)s?(?:\s*(?:&|and)\s*\p{L}+)?)(?:\s*[-–—|:•/]\s*(.{2,60}))?$/iu;
const KEY_VALUE = /^(\p{L}[\p{L} _-]{1,24}?)\s*[:：]\s+(\S.*)$/u;
const OPENING_HEADING =
  /^(?:\d+\.?\s+)?(?:introduction|summary|executive summary|abstract|key (?:points|takeaways|findings|judg(?:e)?ments)|background|overview|giriş|özet|résumé|einleitung|zusammenfassung|はじめに|要旨|서론|요약|개요)$/iu;
/** Longest deck: two or three sentences. */
const DECK_WORDS = 60;
/** How far ahead front matter is looked for behind a possible deck. */
const LOOK_AHEAD = 3;

export interface Front {
  /** The lines from the first heading or paragraph on. */
  body: Line[];
  /** Captions that stood above it. */
  captions: Line[];
}

/** Reads the front matter of `lines` into `found`. */
export function takeFrontMatter(lines: Line[], found: Found): Front {
  const captions: Line[] = [];
  const titles: string[] = [];
  const titleLines: Line[] = [];
  /** A byline, a date or an address has been met: the title is behind us. */
  let dated = false;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    const { text } = line;
    if (isCaptionAt(lines, at)) {
      captions.push(line);
      continue;
    }
    if (takeAddress(text, found) || takeKeyValue(text, found) || takeGenre(text, found, titles)) continue;
    if (takeByline(lines, at, found, titles)) {
      dated = true;
      continue;
    }
    if (
      titles.length > 0 &&
      (OPENING_HEADING.test(text) || (found.csl.abstract !== undefined && !isLong(text)))
    )
      break;
    if (isLong(text) || (dated && endsSentence(text))) {
      const guessed = deckCertainty(lines, at, dated);
      if (found.csl.abstract !== undefined || titles.length === 0 || guessed === null) break;
      offer(found, 'abstract', text, guessed === 'guessed');
      continue;
    }
    if (dated || titles.length >= 3) break;
    titles.push(text);
    titleLines.push(line);
  }
  const chosen = chooseTitle(titles, found, dated);
  // Nothing says that the lines around the title belong to it: they may be all that the text has.
  const others = dated ? [] : titleLines.filter((_line, index) => index !== chosen);
  return { body: [...others, ...lines.slice(at)], captions };
}

/** A credit line, or the line right above one in its group: the picture's description. */
export function isCaptionAt(lines: Line[], at: number): boolean {
  const { text, gapAfter } = lines[at]!;
  if (isCaption(text)) return true;
  const next = lines[at + 1];
  return !gapAfter && next !== undefined && !endsSentence(text) && weigh(text) >= 8 && isCaption(next.text);
}

function takeAddress(text: string, found: Found): boolean {
  if (!/^https?:\/\/\S+$/u.test(text)) return false;
  const url = articleUrl(text);
  if (url !== null) offer(found, 'URL', url);
  return url !== null;
}

function takeKeyValue(text: string, found: Found): boolean {
  const [, key = '', value = ''] = KEY_VALUE.exec(text) ?? [];
  return key !== '' && weigh(value) <= DECK_WORDS && offerStated(found, key, value);
}

/** "Analysis & Opinions - The Diplomat", only above the title. */
function takeGenre(text: string, found: Found, titles: string[]): boolean {
  if (titles.length > 0) return false;
  const [, genre, place] = GENRE.exec(text) ?? [];
  if (genre === undefined || (place !== undefined && weigh(place) > 4 && knownName(place) === null))
    return false;
  offer(found, 'genre', genre.trim());
  if (place !== undefined) offer(found, 'container-title', knownName(place) ?? place.trim());
  return true;
}

/** A bare name counts right below the title, or beside a date. */
function takeByline(lines: Line[], at: number, found: Found, titles: string[]): boolean {
  const { text } = lines[at]!;
  if (weigh(text) > 25) return false;
  const next = lines[at + 1]?.text ?? '';
  const beside = [lines[at - 1]?.text ?? '', next].some(saysDate);
  const hasTitle = titles.length > 0 || found.csl.title !== undefined;
  const bareNames = hasTitle && !OPENING_HEADING.test(text) && (beside || isLong(next));
  const byline = readByline(text, bareNames);
  if (
    byline === null ||
    (!hasTitle && byline.authors.length > 0 && byline.date === null && !/^by\b/iu.test(text))
  )
    return false;
  offer(found, 'author', byline.authors);
  offerDate(found, 'issued', byline.date, byline.printedDate);
  return true;
}

/**
 * Whether the long line at `at` is the deck. Certain where front matter follows it; a guess where it follows
 * a byline or date and is much shorter than the paragraphs behind it.
 */
function deckCertainty(lines: Line[], at: number, dated: boolean): 'certain' | 'guessed' | null {
  const { text, gapAfter } = lines[at]!;
  if (weigh(text) > DECK_WORDS || /\[\d+\]/u.test(text)) return null;
  const ahead = lines.slice(at + 1, at + 1 + LOOK_AHEAD);
  const firstLong = ahead.findIndex(
    (line, index) => isLong(line.text) && !isCaptionAt(lines, at + 1 + index),
  );
  const before = firstLong === -1 ? ahead : ahead.slice(0, firstLong);
  if (before.some((line) => isFrontMatter(line.text))) return 'certain';
  if (!dated || !gapAfter) return null;
  const following = lines
    .slice(at + 1, at + 7)
    .map((line) => weigh(line.text))
    .filter((words) => words >= 15)
    .toSorted((a, b) => a - b);
  const median = following[Math.floor(following.length / 2)] ?? 0;
  return weigh(text) * 2 < median ? 'guessed' : null;
}

/**
 * The first line that is more than a kicker or the name of the site; what stands between it and the byline
 * (`dated`) is the subtitle. Returns the title's index, -1 where there is none.
 */
function chooseTitle(titles: string[], found: Found, dated: boolean): number {
  // A kicker stands above a title, and a title does not end in a full stop.
  const isKicker = (text: string, index: number): boolean =>
    isMasthead(text) || (weigh(text) <= 3 && !/[.。]$/u.test(titles[index + 1] ?? ''));
  const masthead = titles.slice(0, -1).find(isMasthead);
  if (masthead !== undefined) offer(found, 'publisher', knownName(masthead) ?? masthead, true);
  const at = titles.findIndex((text, index) => !isKicker(text, index) || index === titles.length - 1);
  if (at === -1) return -1;
  offer(found, 'title', titles[at]);
  const subtitle = titles.slice(at + 1).join(' ');
  if (dated && subtitle !== '') offer(found, 'abstract', subtitle, true);
  return at;
}

function saysDate(line: string): boolean {
  const byline = readByline(line, false);
  return byline !== null && byline.date !== null;
}

function isFrontMatter(line: string): boolean {
  return /^https?:\/\/\S+$/u.test(line) || isCaption(line) || readByline(line, false) !== null;
}

/** The name of a newspaper or an institute, alone on a line. */
function isMasthead(text: string): boolean {
  return weigh(text) <= 8 && !/[:?!,]/u.test(text) && (isOrganisation(text) || typeByWording(text) !== null);
}
