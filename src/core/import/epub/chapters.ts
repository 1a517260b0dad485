/** The chapters of a book as one page of HTML, in which links between chapters lead to their places. */
import { decode } from '../read/decode.ts';
import { resolvePath } from './package.ts';

export interface Chapter {
  /** Path in the archive. */
  path: string;
  html: string;
  /** What the table of contents calls it; null where it is not there. */
  title: string | null;
}

/** Parts that are no text: the table of contents, and pages that repeat the title. */
const LEFT_OUT = new Set([
  'cover',
  'titlepage',
  'halftitlepage',
  'toc',
  'landmarks',
  'loi',
  'lot',
  'page-list',
]);
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu;
/** How the beginning of a printed page travels through the text. */
const PAGE_OPEN = '\uE002';
const PAGE_CLOSE = '\uE003';
export const PAGE_TOKEN = /\uE002([^\uE003]{1,20})\uE003/u;

/** The text of a chapter's file; throws `file_unreadable` where it is none. */
export function chapterText(bytes: Uint8Array, path: string): string {
  return decode(bytes, path, true).text.replace(/[\uE002\uE003]/gu, '');
}

export function joinChapters(chapters: Chapter[]): string {
  const numbers = new Map(chapters.map(({ path }, index) => [path, index]));
  return chapters.map((chapter, index) => chapterHtml(chapter, index, numbers)).join('\n');
}

function chapterHtml({ path, html, title }: Chapter, index: number, numbers: Map<string, number>): string {
  const body = withWholeTags(bodyOf(html));
  if (isLeftOut(html)) return '';
  const named = body.replace(
    /(<[a-z][^<>]*?\s)(id|name)\s*=\s*(["'])(.*?)\3/giu,
    (_all, start: string, attribute: string, quote: string, id: string) =>
      `${start}${attribute}=${quote}${id}--c${index}${quote}`,
  );
  const linked = named.replace(
    /(<a\b[^<>]*?\shref\s*=\s*)(["'])(.*?)\2/giu,
    (all, start: string, quote: string, href: string) => {
      const fragment = /#(.+)$/su.exec(href)?.[1];
      if (/^[a-z][a-z\d+.-]*:/iu.test(href)) return all;
      const target = href.startsWith('#') ? path : resolvePath(path, href);
      const number = target === null ? undefined : numbers.get(target);
      return number === undefined || fragment === undefined
        ? `${start}${quote}#${quote}`
        : `${start}${quote}#${fragment}--c${number}${quote}`;
    },
  );
  const heading =
    title !== null && !/<h[1-3]\b/iu.test(body) && !startsWith(body, title)
      ? `<h1>${escaped(title)}</h1>`
      : '';
  return `<div>${heading}${withRoles(linked)}</div>`;
}

/** EPUB's own names for notes and page breaks as the roles of ARIA, which web pages use. */
function withRoles(html: string): string {
  return html
    .replace(
      /(<[a-z][^<>]*?)\sepub:type\s*=\s*(["'])([^"']*)\2/giu,
      (all, start: string, _quote, type: string) => {
        if (/\bnoteref\b/u.test(type)) return `${start} role="doc-noteref"`;
        if (/\b(?:footnote|endnote|rearnote|note)\b/u.test(type)) return `${start} role="doc-footnote"`;
        return /\bpagebreak\b/u.test(type) ? `${start} role="doc-pagebreak"` : all;
      },
    )
    .replace(/<[a-z][^<>]*\srole\s*=\s*["']doc-pagebreak["'][^>]*>/giu, (tag) => {
      const label = (/\s(?:title|aria-label)\s*=\s*(["'])(.*?)\1/iu.exec(tag)?.[2] ?? '').replace(
        /[^\p{L}\p{N}-]/gu,
        '',
      );
      return label === '' || label.length > 20 ? tag : `${PAGE_OPEN}${label}${PAGE_CLOSE}${tag}`;
    });
}

function bodyOf(html: string): string {
  const start = /<body\b[^>]*>/iu.exec(html);
  const rest = start === null ? html : html.slice(start.index + start[0].length);
  const end = rest.search(/<\/body\s*>/iu);
  return end === -1 ? rest : rest.slice(0, end);
}

/** What `body` or its only section says of itself. */
function isLeftOut(html: string): boolean {
  const opening = /<body\b[^>]*>\s*(?:<(?:section|div|nav)\b[^>]*>)?/iu.exec(html)?.[0] ?? '';
  const types = [...opening.matchAll(/epub:type\s*=\s*["']([^"']*)["']/giu)].flatMap(([, type = '']) =>
    type.split(/\s+/u),
  );
  return types.some((type) => LEFT_OUT.has(type));
}

/** `<p/>` is a whole element in XHTML, and an opening tag in HTML. */
function withWholeTags(html: string): string {
  return html.replace(/<([a-z][\w:.-]*)((?:\s[^<>]*?)?)\/>/giu, (all, name: string, attributes: string) =>
    VOID.test(name) ? all : `<${name}${attributes}></${name}>`,
  );
}

function startsWith(body: string, title: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/<[^>]*>/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLowerCase();
  return plain(body.slice(0, 4000)).startsWith(plain(title));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
