/** When a page says in its text, or in its address, that it was published. */
import type { CslDate, CslName } from '#domain/csl.ts';
import type { ReadDate } from '../metadata/dates.ts';
import { readByline } from '../plain/byline.ts';
import { type DomDocument, type DomElement, isElement } from './dom.ts';

export interface PrintedDate {
  date: ReadDate;
  /** Who the same line names; a guess, for nothing calls them authors. */
  authors: CslName[];
  /** The line as the page shows it. */
  text: string;
}

/** Elements of a page that are looked at. */
const MOST = 3000;
/** UTF-16 units of the longest line of dates. */
const LONGEST = 200;
const MARKED = /date|time|publi|posted|tarih|fecha|datum|yayin|info|meta|byline|dateline|stamp|입력|日期/iu;
const FRAME = 'nav,footer,aside,blockquote,table,li li';

/** The first line that is a date and nothing else: among elements whose class says so, else among all. */
export function printedDate(document: DomDocument): PrintedDate | null {
  const lines = [...document.querySelectorAll('p,div,span,time,li,em,i,small,td,h4,h5,h6')]
    .slice(0, MOST)
    .filter((element) => mayBeDate(element));
  const marked = lines.filter((element) => MARKED.test(`${element.className} ${element.id}`));
  for (const element of [...marked, ...lines]) {
    if (element.closest(FRAME) !== null && element.localName !== 'td') continue;
    const text = element.textContent.replace(/\s+/gu, ' ').trim();
    const byline = readByline(text, true);
    if (byline !== null && byline.date !== null) return { date: byline.date, authors: byline.authors, text };
  }
  return null;
}

/** Short, with a year in it, and without blocks of its own. */
function mayBeDate(element: DomElement): boolean {
  const text = element.textContent;
  if (text.length > LONGEST || !/(?:19|20)\d\d/u.test(text)) return false;
  return [...element.childNodes].every(
    (node) => !isElement(node) || !/^(?:p|div|ul|li|table)$/u.test(node.localName),
  );
}

/** "/2024/03/05/", "/2024-03-05-", "-20240305": a guess. */
export function dateOfUrl(url: string | undefined): CslDate | null {
  const path = url === undefined ? '' : new URL(url).pathname.slice(0, 2000);
  const match =
    /(?:^|[/_-])((?:19|20)\d{2})([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d{2})()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u.exec(path);
  if (match === null) return null;
  const [, year, , month, day] = match;
  return { 'date-parts': [[Number(year), Number(month), Number(day)]] };
}
