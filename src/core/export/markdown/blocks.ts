/** Blocks of the document AST as mdast. */
import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { MarkdownFlavour } from '#contract/export.ts';
import type { Block, Callout, Caption, Code, Heading, List, Picture, Quote } from '#domain/document/ast.ts';
import { calloutTitle } from '#domain/document/callouts.ts';
import { captionLabel, missingPicture } from '#domain/document/figures.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { BOXES } from './boxes.ts';
import { citationByKey, type KeyedSources } from './byKey.ts';
import { anchorHtml, anchorName, citationPhrasing, html, phrasing, richPhrasing } from './inlines.ts';
import type { NoteDefinition } from './noteMarks.ts';
import { writeTable } from './tables.ts';

/** What the notes of a brief are, and those met so far in the order of their marks. */
export interface Notes {
  flavour: MarkdownFlavour;
  /** Set where citations are written by keys. */
  keyed: KeyedSources | null;
  /** What is written are the words of a note. */
  inNote: boolean;
  citation: ExportDocument['citation'];
  footnote: ExportDocument['footnote'];
  evidence: ExportDocument['evidence'];
  /** Of the brief: BCP 47. */
  language: string;
  sources: ExportDocument['sources'];
  pictures: ExportDocument['pictures'];
  reference: ExportDocument['reference'];
  referredTo: ExportDocument['referredTo'];
  /** Where the pictures will be, beside the file. */
  folder: string;
  /** Rank of the heading of the list of sources. */
  topLevel: Heading['level'];
  definitions: NoteDefinition[];
}

export function writeBlocks(blocks: Block[], notes: Notes): BlockContent[] {
  return blocks.flatMap((block) => writeBlock(block, notes));
}

function writeBlock(block: Block, notes: Notes): BlockContent[] {
  switch (block.type) {
    case 'paragraph': {
      const children = phrasing(block.children, notes);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'heading': {
      const children = phrasing(block.children, notes);
      if (children.length === 0) return [];
      return [{ type: 'heading', depth: block.level, children: [...anchorOf(block, notes), ...children] }];
    }
    case 'list':
      return writeList(block, notes);
    case 'quote': {
      const children = writeQuote(block, notes);
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case 'callout':
      return [
        { type: 'blockquote', children: [calloutHead(block, notes), ...writeBlocks(block.children, notes)] },
      ];
    case 'table':
      return writeTable(block, notes);
    case 'picture':
      return [{ type: 'paragraph', children: pictureAlone(block, notes) }];
    case 'caption':
      return [{ type: 'paragraph', children: [...anchorOf(block, notes), ...captionPhrasing(block, notes)] }];
    case 'bibliography':
      return block === notes.sources.place ? writeSources(notes) : [];
    case 'code':
      return [writeCode(block)];
    case 'pageBreak':
      return [html(PAGE_BREAK)];
    case 'rule':
  }
  return [{ type: 'thematicBreak' }];
}

/** The list of sources stands beside the brief's main sections. */
export function writeSources({
  sources: { heading, sections, place },
  topLevel,
  flavour,
  keyed,
}: Notes): BlockContent[] {
  if (sections.length === 0) return [];
  const title = (value: string, depth: number): BlockContent => ({
    type: 'heading',
    depth: Math.min(depth, 6) as Heading['level'],
    children: [{ type: 'text', value }],
  });
  // Pandoc puts its list where it finds this. The class is for us: it makes no sections.
  if (keyed !== null) {
    const attributes = place?.byType === true ? '#refs .by-type' : '#refs';
    return [title(heading, topLevel), html(`::: {${attributes}}\n:::`)];
  }
  return [
    title(heading, topLevel),
    ...sections.flatMap((section): BlockContent[] => [
      ...(section.title === null ? [] : [title(section.title, topLevel + 1)]),
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: section.entries.map((entry) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: richPhrasing(entry, flavour) }],
        })),
      },
    ]),
  ];
}

/**
 * Items without content are left out, since a lone bullet may read as text or as a heading's underline. In a
 * numbered list they hold a space, so that the numbers after them stay.
 */
function writeList(list: List, notes: Notes): BlockContent[] {
  const items = list.items
    .map((item): ListItem => {
      const children = writeBlocks(item.children, notes);
      if (children.length === 0 && list.ordered) children.push(EMPTY_PARAGRAPH);
      if (notes.flavour !== 'commonmark')
        return { type: 'listItem', checked: item.checked, spread: false, children };
      return { type: 'listItem', spread: false, children: withBox(item.checked, children) };
    })
    .filter((item) => item.children.length > 0);
  if (items.length === 0) return [];
  return [
    {
      type: 'list',
      ordered: list.ordered,
      start: list.ordered ? Math.max(0, list.start) : null,
      spread: false,
      children: items,
    },
  ];
}

function withBox(checked: boolean | null, [first, ...rest]: BlockContent[]): BlockContent[] {
  if (first === undefined || checked === null) return first === undefined ? [] : [first, ...rest];
  const box = `${BOXES[`${checked}`]} `;
  const children: PhrasingContent[] = first.type === 'paragraph' ? first.children : [];
  const [opening] = children;
  const text: PhrasingContent[] =
    opening?.type === 'text'
      ? [{ type: 'text', value: box + opening.value }, ...children.slice(1)]
      : [{ type: 'text', value: box }, ...children];
  const paragraph: Paragraph = { type: 'paragraph', children: text };
  return first.type === 'paragraph' ? [paragraph, ...rest] : [paragraph, first, ...rest];
}

/** A text of one space is written as a character reference. */
const EMPTY_PARAGRAPH: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: ' ' }] };

/** The label of a callout: GFM's alerts know other kinds than ours. */
export function calloutHead(callout: Callout, { language }: Notes): Paragraph {
  const { label, confidence } = calloutTitle(callout, language);
  const rest: PhrasingContent[] = confidence === null ? [] : [{ type: 'text', value: ` · ${confidence}` }];
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: label }] }, ...rest],
  };
}

/**
 * Breaks the page wherever the file becomes HTML with pages, as by Pandoc, and shows nothing where there are none.
 * Pandoc's own `\\newpage` reaches LaTeX alone, and everybody else would read the word.
 */
const PAGE_BREAK = '<div style="break-after: page"></div>';

/** The mark or the attribution of a snippet follows its last words. */
function writeQuote(quote: Quote, notes: Notes): BlockContent[] {
  const children = writeBlocks(quote.children, notes);
  if (quote.source === null) return children;
  const byKey = citationByKey(quote.source, notes);
  const mark = byKey ?? citationPhrasing(quote.source, notes);
  const last = children.at(-1);
  if (last?.type !== 'paragraph') return [...children, { type: 'paragraph', children: mark }];
  const isNote = byKey === null && notes.citation(quote.source).noteNumber !== null;
  last.children.push(...(isNote ? [] : [{ type: 'text', value: ' ' } as const]), ...mark);
  return children;
}

/** Names that are made from headings differ from one reader to the next. */
function anchorOf(block: Heading | Caption, { referredTo, flavour }: Notes): PhrasingContent[] {
  return referredTo.has(block) ? anchorHtml(anchorName(block), flavour) : [];
}

/**
 * Only Pandoc's Markdown has a width for it. There a line break keeps it from being a figure under its alternative
 * text: its caption is a paragraph beside it.
 */
export function picturePhrasing(
  picture: Picture,
  { pictures, folder, language, flavour }: Notes,
): PhrasingContent[] {
  const alt = picture.decorative ? '' : picture.alt;
  const file = pictures.get(picture.sha256);
  if (file !== undefined) {
    const width = flavour === 'pandoc' ? [html(`{width=${picture.share}%}`)] : [];
    return [{ type: 'image', url: `${folder}/${file.fileName}`, alt }, ...width];
  }
  return [{ type: 'text', value: missingPicture(picture, language) }];
}

function pictureAlone(picture: Picture, notes: Notes): PhrasingContent[] {
  const written = picturePhrasing(picture, notes);
  return notes.flavour === 'pandoc' && written[0]?.type === 'image' ? [...written, html('\\')] : written;
}

/** The number in bold, and the words. */
export function captionPhrasing(caption: Caption, notes: Notes): PhrasingContent[] {
  const words = phrasing(caption.children, notes);
  const { name, stop, gap } = captionLabel(caption, notes.language);
  if (words.length === 0) return [{ type: 'strong', children: [{ type: 'text', value: name }] }];
  return [
    { type: 'strong', children: [{ type: 'text', value: name + stop }] },
    { type: 'text', value: gap },
    ...words,
  ];
}

function writeCode(code: Code): BlockContent {
  // An info string cannot hold line breaks or back-ticks.
  const language = code.language?.replaceAll(/[\s`~]+/g, '') ?? null;
  return { type: 'code', lang: language === '' ? null : language, value: code.text };
}
