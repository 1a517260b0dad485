/** What stands behind an article: credits, the author's bio, how to cite it. */
import type { CslName } from '#domain/csl.ts';
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { isOrganisation, looksLikeName, readName, readNames } from '../metadata/names.ts';
import { detectLanguage } from '../metadata/language.ts';
import { knownName } from '../metadata/publishers.ts';
import { affiliation, readBio, sameName } from './bio.ts';
import { saysItGoesOn } from './chrome.ts';
import { citationHeading, readCitation } from './citation.ts';
import type { Line } from './lines.ts';

const EDITED =
  /^(?:edited by|editing by|editors?|düzenleyen|redigiert von|édité par)\s*[:：]?\s+(?=\p{Lu})(.{3,80})$/iu;
const TRANSLATED =
  /^(?:translated (?:from (?:the )?\p{L}+ )?by|translation|çeviren|übersetzt von|traduit par|번역)\s*[:：]?\s+(.{3,80})$/iu;
const REPORTING =
  /^(?:\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting) by (?=\p{Lu}).{3,200}|\([Ww]ith (?:(?:additional |files|inputs?|reporting|contributions?)\b.{0,120}|[\p{Lu}&, ]{2,40}))\)?$/u;
const PUBLISHED_IN =
  /^(?:(?:this (?:article|piece|essay|post|commentary) )?(?:was )?(?:originally |first )?(?:published|appeared)|yayınlandığı yer)\s*(?:in|on|by|at|:)\s+(?:the\s+)?(.{2,100}?)\s*(?:\[link\]|\(link\))?\.?$/iu;
const CONTACT =
  /^(?:for (?:more|further) information(?: (?:on|about) .{1,40})?|(?:media |press )?(?:contact|enquiries|inquiries)(?=\s*[:：]))\s*[:：,]\s*(?:(?:please )?contact:?\s+)?(.{2,80})$/iu;
const OFFICE =
  /\s+(?:communications?|press|media|public (?:affairs|relations)|media relations)(?: (?:office|team|department|relations))?$/iu;
/** Where else the article appeared. */
const IN_PRINT = /^a version of this (?:article|story|column) (?:appears|appeared) in\b.{10,300}$/iu;
const VIEWS =
  /^(?:\W*the (?:views|opinions) (?:expressed|presented)\b|\W*views expressed\b|disclaimer\s*:).{0,400}$/iu;

/** "By A B (address)" below the text. */
const BYLINE_AGAIN = /^by (\p{Lu}.{2,60}?)\s*\([\w.+-]{1,64}@[\w.-]{1,100}\)$/iu;
/** "김민수 기자 kim@…" */
const REPORTER_AGAIN = /^(\p{Script=Hangul}{2,4})\s?(?:기자|특파원)\s+[\w.+-]{1,64}@[\w.-]{1,100}$/u;

export interface Back {
  /** The lines of the article, without what was recognised behind it. */
  lines: Line[];
  /** The file ends with "Continue reading". */
  goesOn: boolean;
}

/**
 * Takes the back matter off the end of `lines` and its metadata into `found`. Only what is recognised goes;
 * the first line from the end that is not ends the search, and `atLeast` lines stay.
 */
export function takeBackMatter(
  lines: Line[],
  found: Found,
  bodyLanguage: () => string | null,
  atLeast: number,
): Back {
  const left = takeCitation(lines, found, atLeast > 0);
  const authors = found.csl.author ?? [];
  const bios: CslName[] = [];
  let goesOn = false;
  while (left.length > atLeast) {
    const { text } = left.at(-1)!;
    if (saysItGoesOn(text)) goesOn = true;
    else if (!takeCredit(text, found) && !takeBio(text, found, [...authors, ...bios], bodyLanguage, bios)) {
      if (!takeNamedBio(left, found)) break;
      left.pop();
    }
    left.pop();
  }
  if (bios.length > 0) offer(found, 'author', bios.toReversed());
  return { lines: left, goesOn };
}

function takeCitation(lines: Line[], found: Found, inArticle: boolean): Line[] {
  const at = lines.findLastIndex((line) => citationHeading(line.text) !== null);
  if (at === -1 || (inArticle && at < lines.length / 2)) return [...lines];
  const inline = citationHeading(lines[at]!.text)!;
  const citation = inline === '' ? lines[at + 1]?.text : inline;
  if (citation === undefined || !readCitation(citation, found)) return [...lines];
  return lines.toSpliced(at, inline === '' ? 2 : 1);
}

function takeCredit(text: string, found: Found): boolean {
  const editors = EDITED.exec(text)?.[1];
  if (editors !== undefined) return offer(found, 'editor', readNames(editors)) || true;
  const translators = TRANSLATED.exec(text)?.[1];
  if (translators !== undefined) return offer(found, 'translator', readNames(translators)) || true;
  const place = PUBLISHED_IN.exec(text)?.[1];
  if (place !== undefined && place.split(' ').length <= 12) {
    takePlace(place, found);
    return true;
  }
  const contact = CONTACT.exec(text)?.[1];
  if (contact !== undefined) {
    const office = contact.replace(OFFICE, '').trim();
    if (!/@|\d{3}/u.test(office)) offer(found, 'publisher', knownName(office) ?? office, true);
    return true;
  }
  const again = (BYLINE_AGAIN.exec(text) ?? REPORTER_AGAIN.exec(text))?.[1];
  if (again !== undefined) {
    if (!isOrganisation(again)) offer(found, 'author', readNames(again));
    return true;
  }
  return (
    IN_PRINT.test(text) || REPORTING.test(text) || VIEWS.test(text) || /^about the authors?\W*$/iu.test(text)
  );
}

/** "Modern Ghana", "The Diplomat on March 21, 2023". */
function takePlace(place: string, found: Found): void {
  const date = findDate(place);
  if (date !== null) offer(found, 'issued', date.date, date.ambiguous);
  const name = place.replace(/(?:,|\s+on|\s+in)?\s+[^,]*\b(?:19|20)\d{2}\b.*$/iu, '').trim();
  offer(found, 'container-title', knownName(name) ?? name);
}

/** A name alone on a line, and below it a paragraph that begins with the same name: the author and a bio. */
function takeNamedBio(lines: Line[], found: Found): boolean {
  const [name, bio] = lines.slice(-2).map((line) => line.text);
  if (name === undefined || bio === undefined || !looksLikeName(name) || isOrganisation(name)) return false;
  const [head, next] = [bio.slice(0, name.length), bio.charAt(name.length)];
  if (head !== name || bio.length < name.length + 20 || /[\p{L}’']/u.test(next)) return false;
  const author = readName(name, detectLanguage(bio)?.code);
  offer(found, 'author', [author]);
  const office = affiliation(bio.slice(name.length), author);
  offer(found, 'publisher', office === null ? null : (knownName(office) ?? office), true);
  return true;
}

function takeBio(
  text: string,
  found: Found,
  authors: CslName[],
  bodyLanguage: () => string | null,
  bios: CslName[],
): boolean {
  const alone = looksLikeName(text) ? readName(text) : null;
  if (alone !== null) {
    // Who signs an article below its last paragraph wrote it; but it may as well be the last speaker of a list.
    if (/\p{Lu}/u.test(text) && !isOrganisation(text) && authors.length === 0)
      offer(found, 'author', [alone], true);
    return authors.some((author) => sameName(author, alone));
  }
  const bio = readBio(text, found.csl.author ?? [], bodyLanguage);
  if (bio === null) return false;
  if (bio.doubtful) {
    offer(found, 'author', [bio.author], true);
    return false;
  }
  if (!authors.some((author) => sameName(author, bio.author))) bios.push(bio.author);
  offer(
    found,
    'publisher',
    bio.affiliation === null ? null : (knownName(bio.affiliation) ?? bio.affiliation),
    true,
  );
  return true;
}
