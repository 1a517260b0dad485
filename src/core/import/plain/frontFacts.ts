/** Lines above an article that say who wrote it, when, where and for whom. */
import { type Found, noteRevision, offer, offerDate } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { isOrganisation, looksLikeName, looksLikeNames, readNames } from '../metadata/names.ts';
import { isKnownPublisher, knownName } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import type { CslName } from '#domain/csl.ts';
import { sameName } from './bio.ts';
import { NOTHING, readByline } from './byline.ts';
import { saysItGoesOn } from './chrome.ts';
import { DECK_WORDS, type Reading, titleCount } from './frontReading.ts';
import { endsSentence, isLong, weigh } from './lines.ts';
import { isMasthead, isOpeningHeading, takeIssueLine, takeMasthead } from './masthead.ts';

const GENRE =
  /^((?:analys[ie]s|opinions?|commentary|comment|news|feature|(?:research|review|original) article|(?:official |policy )?report|policy brief|issue brief|working paper|blog(?: post)?|op-?ed|article|interview|(?:for immediate |press |news |media )release|(?:press |media )(?:statement|note)|readout|fact sheet|briefing|explainer|essay|review|column|editorial|insight|minutes|hansard)s?(?:\s*(?:&|and)\s*\p{L}+)?(?:\s+(?:no\.?|nr\.?|#)\s*[\w/-]{1,12})?)(?:\s*[-–—|:•/]\s*(.{2,60}))?$/iu;
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
  if (titleCount(reading) > 0 && (NOTHING_SAID.test(text) || saysItGoesOn(text))) return true;
  if (REPORTED.test(text) && found.csl.author !== undefined && words <= 20) return true;
  if (takePublishedIn(reading, at) || takeOfficeHolder(reading, at)) return true;
  return takeByline(reading, at);
}

/** "Press release | 12 March 2024 | Low Hythe" below the menu: the title is further down, and what is above it is none. */
function takeDatedGenre(text: string, reading: Reading): boolean {
  const { found, facts, lines, titles } = reading;
  const [kind = '', ...rest] = text.split(/\s*[|•·]\s*/u);
  if (rest.length === 0 || rest.length > 2 || facts.length > 0 || !GENRE.test(kind)) return false;
  const date = rest
    .map((part) => readByline(part, false))
    .find((byline) => byline !== null && byline.date !== null);
  if (date === undefined || date === null) return false;
  offer(found, 'genre', kind);
  offerDate(found, 'issued', date.date, date.printedDate);
  reading.titles = titles.filter((at) => isMasthead(lines[at]!.text));
  return true;
}

/** Kinds of text that offices also print between the title and the date. */
const STATEMENT = /^(?:press|media) (?:statement|release|note)$|^readout$|^fact sheet$/iu;
/** "A B reported from Calf Hollin and Low Hythe." */
const REPORTED =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:and\s(?:\p{Lu}[\p{L}.'’-]*\s){1,4})?reported from \p{Lu}[^.]{1,60}\.$/u;
/** Counts, signs, a time of revision: what pages show between a title and the text. */
const NOTHING_SAID = new RegExp(
  String.raw`^(?:\d{1,6}|[^\p{L}\p{N}]{1,5}|(?:updated|aggiornato|actualizado|aktualisiert|обновлено|güncelle\p{L}+)\s.{0,6}\d{1,2}[:.h]\d{2}.{0,6})$`,
  'iu',
);

const DATE_LABEL =
  /^(?:published|posted|date|updated|last updated|publié|veröffentlicht|publicado|pubblicato|yayın tarihi)\s*:?$/iu;
const ORIGIN_LABEL = /^(?:from|published by|publisher|source)\s*:?$/iu;

/** "Published" or "From:" on a line of its own, and on the next line when and from whom. */
export function takesLabel({ found, lines }: Reading, at: number): boolean {
  const { text } = lines[at]!;
  const next = lines[at + 1]?.text ?? '';
  if (DATE_LABEL.test(text)) return readByline(next, false)?.printedDate !== undefined;
  if (ORIGIN_LABEL.test(text)) return isMasthead(next) || isOrganisation(next);
  if (!ORIGIN_LABEL.test(lines[at - 1]?.text ?? '') || !isOrganisation(text)) return false;
  const [office, person] = text.split(
    /\s+and\s+(?=(?:The )?(?:Rt|Hon|Sir|Dame|Lord|Captain|Baroness|Dr)\b|\p{Lu}\S+ \p{Lu}\S+ MP\b)/u,
  );
  offer(found, 'publisher', person === undefined ? text : office, true);
  return true;
}

/** "Published in", and on the next line where. */
function takePublishedIn({ found, lines, facts }: Reading, at: number): boolean {
  const isIntroduction = (text?: string): boolean => /^(?:published|posted|appeared) in$/iu.test(text ?? '');
  if (isIntroduction(lines[at]!.text)) return true;
  if (!facts.includes(at - 1) || !isIntroduction(lines[at - 1]?.text) || lines[at]!.words > 8) return false;
  offer(found, 'container-title', knownName(lines[at]!.text) ?? lines[at]!.text, true);
  return true;
}

/** "Ilse Corran, Minister of Ports" below a title; or, on a line below a name, what the writer is. */
function takeOfficeHolder(reading: Reading, at: number): boolean {
  const { found, lines, facts } = reading;
  if (titleCount(reading) === 0 || lines[at]!.words > 16) return false;
  const { text } = lines[at]!;
  if (facts.includes(at - 1) && found.csl.author !== undefined && OFFICE.test(text) && !endsSentence(text))
    return true;
  if (readByline(text, false) !== null) return false;
  const [, name = '', office = ''] = /^([^,]{4,50}),\s+(.{4,80})$/u.exec(text) ?? [];
  if (!looksLikeName(name) || isOrganisation(name) || !OFFICE.test(office) || endsSentence(text))
    return false;
  return offer(found, 'author', readNames(name)) || true;
}

const OFFICE =
  /^(?:(?:\p{Lu}?\p{L}+[ -]){0,3}(?:minister|secretary|president|director|ambassador|spokes(?:person|man|woman)|commissioner|correspondent|editor|reporter|professor|fellow|analyst|columnist|(?:staff )?writer|governor|mayor|chair(?:man|woman)?))(?![\p{L}’'])(?:[ ,].{0,60})?$/iu;

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
  const { found } = reading;
  if (titleCount(reading) > 0 && !STATEMENT.test(text)) return takeDatedGenre(text, reading);
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
  else if (place !== undefined && (knownName(place) !== null || isMasthead(place) || /^the\s/iu.test(place)))
    offer(found, 'container-title', knownName(place) ?? place.trim());
  return true;
}

/** A bare name counts right below the title, or beside a date or another fact. */
function takeByline(reading: Reading, at: number): boolean {
  const { found, lines } = reading;
  const { text, words } = lines[at]!;
  if (words > 25) return false;
  const hasTitle = titleCount(reading) > 0;
  const next = lines[at + 1];
  const beside =
    reading.facts.includes(at - 1) || (next !== undefined && (saysFact(next.text) || next.text === text));
  const bareNames =
    hasTitle &&
    !isOpeningHeading(text) &&
    (beside || (next !== undefined && (isLong(next.text) || isOpeningHeading(next.text))));
  const isPerson = bareNames && (isNameList(text) || isCaselessName(reading, at));
  const byline = readByline(text, bareNames) ?? (isPerson ? names(text) : null);
  if (byline === null) return false;
  if (goesOnWithAuthors(reading, at, byline.authors)) return true;
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
  noteRevision(found, byline);
  return true;
}

/** Authors on lines of their own, parted by a sign or "and" on another: each is one more. */
function goesOnWithAuthors({ found, facts, lines }: Reading, at: number, authors: CslName[]): boolean {
  const { author } = found.csl;
  const [before, sign] = [lines[at - 2], lines[at - 1]];
  if (author === undefined || !facts.includes(at - 2) || !BETWEEN_AUTHORS.test(sign?.text ?? ''))
    return false;
  if (authors.length === 0 || !isNameList(before!.text) || !isNameList(lines[at]!.text)) return false;
  found.csl.author = [...author, ...authors.filter((name) => !author.some((known) => sameName(known, name)))];
  return true;
}

const BETWEEN_AUTHORS = /^(?:[;,&·]|and|und|et|ve|y|e|и)$/iu;

/** Two or three words of a script without capitals, below a longer title and above a date. */
function isCaselessName({ lines }: Reading, at: number): boolean {
  const [above, own, below] = [lines[at - 1], lines[at]!, lines[at + 1]];
  return (
    /^\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){1,2}$|^\p{Script=Hebrew}{2,}(?: \p{Script=Hebrew}{2,}){1,2}$/u.test(
      own.text,
    ) &&
    above !== undefined &&
    above.words > 3 &&
    below !== undefined &&
    readByline(below.text, false)?.printedDate.length !== 0
  );
}

function isNameList(text: string): boolean {
  return text.length < 200 && looksLikeNames(text);
}

function names(text: string): NonNullable<ReturnType<typeof readByline>> {
  return { ...NOTHING, authors: readNames(text) };
}

function saysFact(line: string): boolean {
  if (line.length > 200) return false;
  const byline = readByline(line, false);
  return (
    (byline !== null && byline.date !== null) ||
    /^https?:\/\/\S+$|^\d+(?:\s?[–-]\s?\d+)?\s+min/iu.test(line) ||
    isMasthead(line) ||
    OFFICE.test(line) ||
    /^published in$/iu.test(line) ||
    BETWEEN_AUTHORS.test(line)
  );
}
