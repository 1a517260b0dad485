/** Blocks of a brief as HTML. */
import type { Align } from '#domain/document/ast.ts';
import { figureLabels } from '#domain/document/figures.ts';
import type { FlowBlock, FlowCaption, FlowFigure, FlowList, FlowPicture, Span } from '../flow/flow.ts';
import { directionOfLine, type Page, spansHtml } from './spans.ts';
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

function blockHtml(block: FlowBlock, page: Page): string {
  switch (block.type) {
    case 'paragraph':
      return line('p', block.spans, page, block.align);
    case 'heading': {
      // The title of the brief is the first.
      const level = block.depth + 1;
      const deeper = level > 6 ? { 'aria-level': level } : {};
      return line(`h${Math.min(level, 6)}`, block.spans, page, block.align, { id: block.id, ...deeper });
    }
    case 'list':
      return listHtml(block, page);
    case 'quote':
      return tag('blockquote', {}, blocksHtml(block.blocks, page));
    case 'callout': {
      const side = block.side === null ? '' : tag('span', { class: 'side' }, ` · ${escaped(block.side)}`);
      const label = tag('p', { class: 'label' }, tag('strong', {}, escaped(block.label)), side);
      return tag('div', { class: 'callout', role: 'note' }, label, '\n', blocksHtml(block.blocks, page));
    }
    case 'table':
      return tableHtml(block, page);
    case 'figure':
      return figureHtml(block, page);
    case 'picture':
      return tag('div', { class: 'picture' }, pictureHtml(block, block.alt, page));
    case 'caption':
      return tag('p', { class: 'caption', id: idOf(block) }, captionHtml(block, page));
    case 'sources':
      return tag(
        'ul',
        { class: 'sources' },
        ...block.entries.map((spans) => tag('li', {}, spansHtml(spans, page))),
      );
    case 'code':
      return tag('pre', {}, tag('code', {}, escaped(block.text)));
    default:
      return '<hr>';
  }
}

function line(
  name: string,
  spans: readonly Span[],
  page: Page,
  align?: Align,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const style = align === undefined ? undefined : `text-align: ${align}`;
  const looks = { ...attributes, dir: directionOfLine(spans, page), style };
  return tag(name, looks, spansHtml(spans, page));
}

function listHtml({ ordered, start, items }: FlowList, page: Page): string {
  const written = items.map(({ checked, blocks }) => {
    const box = checked === null ? '' : tag('span', { class: 'box' }, checked ? '☑' : '☐');
    return tag('li', { class: checked === null ? undefined : 'check' }, box, blocksHtml(blocks, page));
  });
  if (!ordered) return tag('ul', {}, ...written);
  return tag('ol', { start: start === 1 ? undefined : start }, ...written);
}

function figureHtml({ caption, body }: FlowFigure, page: Page): string {
  // HTML has captions of tables above them only; what comes first here is what is read, and numbered, first.
  if (body.type === 'table' && caption.side === 'above') return tableHtml(body, page, caption);
  const shown =
    body.type === 'table'
      ? tableHtml(body, page)
      : pictureHtml(body, body.alt === '' ? caption.name : body.alt, page);
  return tag('figure', { id: idOf(caption) }, shown, tag('figcaption', {}, captionHtml(caption, page)));
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
