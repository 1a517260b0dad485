/** Blocks of a brief as HTML. */
import type { Align, Direction } from '#domain/document/ast.ts';
import { textDirection } from '#domain/document/direction.ts';
import { figureLabels } from '#domain/document/figures.ts';
import type { FlowBlock, FlowCaption, FlowFigure, FlowList, FlowPicture, Span } from '../flow/flow.ts';
import { plainSpans } from '../flow/spans.ts';
import { type Page, spansHtml } from './spans.ts';
import { tableHtml } from './tables.ts';
import { escaped, tag } from './tags.ts';

export function blocksHtml(blocks: readonly FlowBlock[], page: Page): string {
  let breaks = false;
  return blocks
    .map((block) => {
      if (block.type === 'pageBreak') {
        breaks = true;
        return '';
      }
      const written = blockHtml(block, page);
      const isFirst = breaks;
      breaks = false;
      return isFirst ? `<div class="page-break"></div>\n${written}` : written;
    })
    .join('\n');
}

function blockHtml(block: FlowBlock, outer: Page): string {
  const page = { ...outer, dir: block.dir };
  const dir = dirOf(block, outer);
  switch (block.type) {
    case 'paragraph':
      return tag(
        'p',
        { class: block.look, dir, style: alignment(block.align) },
        spansHtml(block.spans, page),
      );
    case 'heading': {
      // The title of the brief is the first.
      const level = block.depth + 1;
      const deeper = level > 6 ? level : undefined;
      const looks = { id: block.id, dir, style: alignment(block.align), 'aria-level': deeper };
      return tag(`h${Math.min(level, 6)}`, looks, spansHtml(block.spans, page));
    }
    case 'list':
      return listHtml(block, dir, page);
    case 'quote':
      return tag('blockquote', { dir }, blocksHtml(block.blocks, page));
    case 'callout': {
      const side = block.side === null ? '' : tag('span', { class: 'side' }, ` · ${escaped(block.side)}`);
      const label = tag('p', { class: 'label' }, tag('strong', {}, escaped(block.label)), side);
      return tag('div', { class: 'callout', role: 'note', dir }, label, '\n', blocksHtml(block.blocks, page));
    }
    case 'table':
      return tableHtml(block, dir, page);
    case 'figure':
      return figureHtml(block, outer);
    case 'picture':
      return tag('div', { class: 'picture' }, pictureHtml(block, block.alt, page));
    case 'caption':
      return tag('p', { class: 'caption', id: idOf(block), dir }, captionHtml(block, page));
    case 'sources':
      return tag('ul', { class: 'sources' }, ...block.entries.map((spans) => sourceHtml(spans, page)));
    case 'code':
      return tag('pre', { dir }, tag('code', {}, escaped(block.text)));
    default:
      return '<hr>';
  }
}

/** Where a block is not read as what it stands in. */
function dirOf({ dir }: { dir: Direction }, outer: Page): Direction | undefined {
  return dir === outer.dir ? undefined : dir;
}

function alignment(align: Align | undefined): string | undefined {
  return align === undefined ? undefined : `text-align: ${align}`;
}

function sourceHtml(spans: readonly Span[], page: Page): string {
  const dir = textDirection(plainSpans(spans)) ?? page.dir;
  return tag('li', { dir: dirOf({ dir }, page) }, spansHtml(spans, { ...page, dir }));
}

function listHtml({ ordered, start, items }: FlowList, dir: Direction | undefined, page: Page): string {
  const written = items.map(({ checked, blocks }) => {
    const box = checked === null ? '' : tag('span', { class: 'box' }, checked ? '☑' : '☐');
    return tag('li', { class: checked === null ? undefined : 'check' }, box, blocksHtml(blocks, page));
  });
  if (!ordered) return tag('ul', { dir }, ...written);
  return tag('ol', { start: start === 1 ? undefined : start, dir }, ...written);
}

function figureHtml({ caption, body }: FlowFigure, page: Page): string {
  const inside = { ...page, dir: body.dir };
  // HTML has captions of tables above them only; what comes first here is what is read, and numbered, first.
  if (body.type === 'table' && caption.side === 'above')
    return tableHtml(body, dirOf(body, page), inside, caption);
  const shown =
    body.type === 'table'
      ? tableHtml(body, dirOf(body, page), inside)
      : pictureHtml(body, body.alt === '' ? caption.name : body.alt, inside);
  const words = captionHtml(caption, { ...page, dir: caption.dir });
  return tag('figure', { id: idOf(caption) }, shown, tag('figcaption', { dir: dirOf(caption, page) }, words));
}

/** The number in bold, and the words. */
export function captionHtml({ name, separator, spans }: FlowCaption, page: Page): string {
  const stop = separator.trimEnd();
  const head = tag('strong', {}, escaped(name + stop));
  return `${head}${escaped(separator.slice(stop.length))}${spansHtml(spans, page)}`;
}

export function idOf({ id }: FlowCaption): string | undefined {
  return id === '' ? undefined : id;
}

/** A picture that nobody described is called one at least. */
function pictureHtml(picture: FlowPicture, described: string, { pictures, language }: Page): string {
  const src = pictures.get(picture.sha256);
  if (picture.file === null || src === undefined)
    return tag('p', { class: 'missing' }, escaped(picture.missing));
  const { width, height } = picture.file;
  const words = described === '' ? figureLabels(language).figure : described;
  const alt = picture.decorative ? '' : words;
  return tag('img', {
    src,
    alt,
    width: Math.round(width),
    height: Math.round(height),
    style: `width: ${picture.share}%`,
  });
}
