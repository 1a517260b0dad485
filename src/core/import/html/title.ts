/** The title of a page: what the page itself shows, not what it tells search engines. */
import { isKnownPublisher } from '../metadata/publishers.ts';
import type { DomDocument, DomElement } from './dom.ts';

export interface PageTitle {
  title: string;
  /** The name that stood beside the title in `<title>`; a guess at the site's. */
  site: string | null;
  /** "Title - by Name": it is the author's. */
  isAuthor: boolean;
}

const SEPARATOR = String.raw`(?:\s+[|–—·»:-]+\s+|\s*[|｜]\s*|_|\s+::\s+)`;
const FRONT_OF_SITE = new RegExp(String.raw`^(.+?)${SEPARATOR}([^|｜]{2,60})$`, 'u');

/**
 * The heading of the article where it says the same as one of the `stated` titles (best first), or shares a
 * telling word with the first of them; else the first of them without the name of the site.
 */
export function pageTitle(document: DomDocument, stated: string[], siteNames: string[]): PageTitle | null {
  const headings = [...document.querySelectorAll('h1')].filter((h1) => isOfArticle(h1, siteNames));
  const shown = headings.map((h1) => tidy(h1.textContent)).filter((text) => text !== '');
  const titles = stated.map(tidy).filter((text) => text !== '');
  const beside = titles.map((title) => siteBeside(title, shown)).find((name) => name !== null) ?? null;
  const site = beside?.replace(/^by\s+/iu, '').trim() ?? null;
  const isAuthor = beside !== site;
  const [first] = titles;
  if (first === undefined) return shown[0] === undefined ? null : { title: shown[0], site, isAuthor };
  const plain = titles.map((title) => withoutSite(title, siteNames, shown));
  const same = shown.find((heading) => plain.some((title) => folded(title) === folded(heading)));
  const related =
    headings.length === 1 && shown[0] !== undefined && sharesWord(shown[0], plain[0]!) ? shown[0] : undefined;
  const heading = same ?? related;
  // A heading may hold the first half of a title: "Title", then its subtitle in an element of its own.
  const longer = plain.find(
    (title) => heading !== undefined && folded(title).startsWith(`${folded(heading)}:`),
  );
  return { title: longer ?? heading ?? plain[0]!, site, isAuthor };
}

function tidy(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, ' ').trim();
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Not the name of the site, nor a heading of the page's frame. */
function isOfArticle(h1: DomElement, siteNames: string[]): boolean {
  const text = folded(h1.textContent);
  if (text === '' || siteNames.some((name) => folded(name) === text)) return false;
  const frame = h1.closest('header,nav,footer,aside');
  return frame === null || frame.closest('article,main') !== null;
}

/** Whether two headlines could be of one article: they share a word of four letters, or two Han or Hangul signs. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(tellingWords(a));
  return words.size > 1 && tellingWords(b).some((word) => words.has(word));
}

function tellingWords(text: string): string[] {
  const lower = text.toLowerCase();
  const eastern = lower.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2,}/gu) ?? [];
  const pairs = eastern.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...(lower.match(/\p{L}{4,}/gu) ?? []), ...pairs];
}

/** "Heading – Site" names the site. */
function siteBeside(title: string, headings: string[]): string | null {
  for (const heading of headings) {
    if (!folded(title).startsWith(folded(heading))) continue;
    const rest = new RegExp(String.raw`^${SEPARATOR}(.{2,60})$`, 'u').exec(title.slice(heading.length))?.[1];
    if (rest !== undefined && !/[|｜]/u.test(rest)) return rest.trim();
  }
  return null;
}

/** "Title | Site" as "Title": where the last part names the site, or where a heading of the page shows it. */
function withoutSite(text: string, siteNames: string[], headings: string[]): string {
  const title = withoutLeadingSite(text, siteNames);
  const cut = FRONT_OF_SITE.exec(title.slice(0, 1000));
  if (cut === null) return title;
  const [, front = '', last = ''] = cut;
  const names = siteNames.map(folded);
  const part = folded(last);
  const namesSite =
    names.some((name) => name === part || (part.length > 3 && name.startsWith(part))) ||
    isKnownPublisher(last) ||
    headings.some((heading) => folded(heading) === folded(front));
  return namesSite ? withoutSite(front, siteNames, headings) : title;
}

/** "Site: Title" as "Title". */
function withoutLeadingSite(title: string, siteNames: string[]): string {
  for (const name of siteNames) {
    if (!folded(title).startsWith(folded(name))) continue;
    const rest = /^\s*[|–—·»:-]\s+(.+)$/u.exec(title.slice(name.length))?.[1];
    if (rest !== undefined) return rest;
  }
  return title;
}
