/** Lines above an article that say who wrote it, when, where and for whom. */
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { looksLikeNames, readNames } from '../metadata/names.ts';
import { isKnownPublisher, knownName } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import { readByline } from './byline.ts';
import { DECK_WORDS, type Reading, titleCount } from './frontReading.ts';
import { isLong, weigh } from './lines.ts';
import { isMasthead, isOpeningHeading, takeIssueLine, takeMasthead } from './masthead.ts';

const GENRE =
  /^((?:analys[ie]s|opinions?|commentary|comment|news|feature|(?:official |policy )?report|policy brief|issue brief|working paper|blog(?: post)?|op-?ed|article|interview|(?:for immediate |press |news |media )release|briefing|explainer|essay|review|column|editorial|insight|minutes|hansard)s?(?:\s*(?:&|and)\s*\p{L}+)?(?:\s+(?:no\.?|nr\.?|#)\s*[\w/-]{1,12})?)(?:\s*[-–—|:•/]\s*(.{2,60}))?$/iu;
const KEY_VALUE = /^(\p{L}[\p{L} _-]{1,24}?)\s*[:：]\s+(\S.*)$/u;
/** Whom to call about a press release. */
const CONTACT =
  /^(?:(?:media |press )?(?:contacts?|enquiries|inquiries)\s*[:：].{0,100}|(?:tel|phone|telephone|mobile|fax|e-?mail|tel\.)\s*[.:：]?\s*[+\d(].{0,40}|[\w.+-]+@[\w.-]+|\+?[\d() -]{7,20})$/iu;
/** "2.34 pm" above a debate. */
const TIME = /^\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?|hrs|uhr)?$/iu;
const HOST = /^(?:www\.)?((?:[\w-]{1,60}\.){1,4}[a-z]{2,10})$/iu;

/** A line that is metadata and no part of the text. */
export function takesFact(reading: Reading, at: number): boolean {
  const { found, lines } = reading;
  const { text, words } = lines[at]!;
  if (text.length > 500) return false;
  if (takeAddress(text, found)) return true;
  if (words <= DECK_WORDS && takeKeyValue(text, found)) return true;
  if (takeGenre(text, reading) || takeIssueLine(text, found)) return true;
  if (CONTACT.test(text) || TIME.test(text) || takeBrokenDateline(reading, at)) return true;
  return takeByline(reading, at);
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

function saysFact(line: string): boolean {
  if (line.length > 200) return false;
  const byline = readByline(line, false);
  return (
    (byline !== null && byline.date !== null) ||
    /^https?:\/\/\S+$|^\d+(?:\s?[–-]\s?\d+)?\s+min/iu.test(line) ||
    isMasthead(line)
  );
}
