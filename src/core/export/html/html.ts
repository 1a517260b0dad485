/**
 * Writes a brief as one HTML file that needs no other: pictures and style are in it, and it runs nothing. What
 * people wrote is always text, and a policy in the file keeps anything from being loaded.
 */
import type { ExportDocument } from '../exportDocument.ts';
import type { Flow, FlowHeading } from '../flow/flow.ts';
import { flowOf } from '../flow/flowOf.ts';
import { plainSpans } from '../flow/spans.ts';
import { flowHeadings } from '../flow/walk.ts';
import { labelsFor } from '../labels.ts';
import { wellFormed } from '../languages.ts';
import { isByline, type TitleLine } from '../titleBlock.ts';
import { paperStyle } from './paper.ts';
import { bannerHtml, bannerStyle } from './banner.ts';
import { blocksHtml } from './blocks.ts';
import { CONTENTS_DEPTH } from '../contents.ts';
import type { Page } from './spans.ts';
import { STYLE } from './style.ts';
import { escaped, tag } from './tags.ts';

/** Headings from which on a table of contents helps on a screen. */
const MIN_HEADINGS = 4;

/** `pictures` are addresses (`data:`) by SHA-256; words stand for those that are not in it. */
export function writeHtml(brief: ExportDocument, pictures: ReadonlyMap<string, string>): string {
  const flow = flowOf(brief);
  const language = wellFormed(flow.language);
  const page: Page = { language, dir: flow.dir, pictures, notes: [] };
  const body = blocksHtml(flow.blocks, page);
  const main = [titleHtml(flow), contentsHtml(flow), body, notesHtml(page)].filter((part) => part !== '');
  const root = { lang: language, dir: flow.dir === 'rtl' ? 'rtl' : undefined };
  return `<!DOCTYPE html>\n${tag(
    'html',
    root,
    '\n',
    headHtml(flow),
    '\n',
    tag(
      'body',
      {},
      '\n',
      bannerHtml(flow.banner, 'top'),
      tag('main', {}, '\n', main.join('\n'), '\n'),
      '\n',
      bannerHtml(flow.banner, 'bottom'),
    ),
    '\n',
  )}\n`;
}

function headHtml({ title, author, keywords, banner, pages }: Flow): string {
  const policy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return tag(
    'head',
    {},
    '\n',
    [
      tag('meta', { charset: 'utf-8' }),
      tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      tag('title', {}, escaped(title)),
      ...(author === '' ? [] : [tag('meta', { name: 'author', content: author })]),
      ...(keywords.length === 0 ? [] : [tag('meta', { name: 'keywords', content: keywords.join(', ') })]),
      tag('meta', { name: 'generator', content: 'Dossier' }),
      tag('style', {}, STYLE + paperStyle(pages) + bannerStyle(banner)),
    ].join('\n'),
    '\n',
  );
}

function titleHtml({ title, lines, isoDate }: Flow): string {
  const said = ({ kind, text }: TitleLine): string =>
    kind === 'date' ? tag('time', { datetime: isoDate! }, escaped(text)) : escaped(text);
  const rows = lines.map((line) => tag('dt', {}, escaped(line.label)) + tag('dd', {}, said(line)));
  const about = isByline(lines)
    ? tag('p', { class: 'byline' }, lines.map(said).join(' · '))
    : tag('dl', { class: 'about' }, ...rows);
  return tag('header', {}, tag('h1', {}, escaped(title)), lines.length === 0 ? '' : about);
}

/** A list in lists, as the headings stand under each other. */
function contentsHtml({ blocks, language, pages }: Flow): string {
  const headings = flowHeadings(blocks).filter(({ depth }) => depth <= CONTENTS_DEPTH);
  const least = pages.contents === 'always' ? 1 : MIN_HEADINGS;
  if (headings.length < least || pages.contents === 'never') return '';
  const title = tag('h2', { id: 'contents' }, escaped(labelsFor(language).contents));
  return tag('nav', { 'aria-labelledby': 'contents' }, title, contentsList(headings, 1));
}

function contentsList(headings: readonly FlowHeading[], depth: number): string {
  const items: string[] = [];
  for (let at = 0; at < headings.length;) {
    const heading = headings[at]!;
    let end = at + 1;
    while (end < headings.length && headings[end]!.depth > depth) end += 1;
    const words = plainSpans(heading.spans).replaceAll(/\s+/gu, ' ').trim();
    const inside = headings.slice(at + 1, end);
    const link = tag('a', { href: `#${heading.id}` }, escaped(words));
    items.push(tag('li', {}, link, inside.length === 0 ? '' : contentsList(inside, depth + 1)));
    at = end;
  }
  return tag('ol', {}, ...items);
}

/** What stands in notes has no notes of its own. */
function notesHtml(page: Page): string {
  const { notes, language } = page;
  if (notes.length === 0) return '';
  const labels = labelsFor(language);
  const items = notes.map(({ number, blocks }) => {
    const back = tag(
      'a',
      {
        class: 'back',
        href: `#mark-${number}`,
        role: 'doc-backlink',
        'aria-label': `${labels.back}: ${number}`,
      },
      '↩',
    );
    const words = blocksHtml(blocks, page);
    // Behind the last words, where they are those of a paragraph.
    const content = words.endsWith('</p>') ? `${words.slice(0, -4)} ${back}</p>` : `${words}<p>${back}</p>`;
    return tag('li', { id: `note-${number}`, value: number }, tag('div', { role: 'doc-footnote' }, content));
  });
  return tag(
    'section',
    { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes' },
    tag('h2', { id: 'notes' }, escaped(labels.notes)),
    tag('ol', {}, ...items),
  );
}
