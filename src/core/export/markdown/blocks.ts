/** Blocks of the document AST as mdast. */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, TableCell, TableContent } from 'mdast';
import type { RichText } from '#domain/citation.ts';
import type {
  Block,
  Callout,
  Caption,
  Code,
  Footnote,
  Heading,
  Inline,
  List,
  Picture,
  Quote,
  Table,
} from '#domain/document/ast.ts';
import { calloutTitle } from '#domain/document/callouts.ts';
import { captionLabel, missingPicture } from '#domain/document/figures.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { columnAlignments, tableGrid } from '../tableGrid.ts';
import { anchorName, citationPhrasing, html, phrasing, richPhrasing } from './inlines.ts';

/** What the notes of a brief are, and those met so far in the order of their marks. */
export interface Notes {
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
  /** `evidence` follows the words of a citation. */
  definitions: { number: number; content: RichText | Footnote; evidence: Inline[] }[];
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
      return [{ type: 'paragraph', children: picturePhrasing(block, notes) }];
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
export function writeSources({ sources: { heading, sections }, topLevel }: Notes): BlockContent[] {
  if (sections.length === 0) return [];
  const title = (value: string, depth: number): BlockContent => ({
    type: 'heading',
    depth: Math.min(depth, 6) as Heading['level'],
    children: [{ type: 'text', value }],
  });
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
          children: [{ type: 'paragraph', children: richPhrasing(entry) }],
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
      return { type: 'listItem', checked: item.checked, spread: false, children };
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

/** A text of one space is written as a character reference. */
const EMPTY_PARAGRAPH: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: ' ' }] };

/** The label of a callout: GFM's alerts know other kinds than ours. */
function calloutHead(callout: Callout, { language }: Notes): Paragraph {
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
  const mark = citationPhrasing(quote.source, notes);
  const last = children.at(-1);
  if (last?.type !== 'paragraph') return [...children, { type: 'paragraph', children: mark }];
  const isNote = mark[0]?.type === 'footnoteReference';
  last.children.push(...(isNote ? [] : [{ type: 'text', value: ' ' } as const]), ...mark);
  return children;
}

/** Where links within the file lead to: names that are made from headings differ from one reader to the next. */
function anchorOf(block: Heading | Caption, { referredTo }: Notes): PhrasingContent[] {
  return referredTo.has(block) ? [html(`<a id="${anchorName(block)}"></a>`)] : [];
}

/** Markdown has no width for it. */
function picturePhrasing(picture: Picture, { pictures, folder, language }: Notes): PhrasingContent[] {
  const alt = picture.decorative ? '' : picture.alt;
  const file = pictures.get(picture.sha256);
  if (file !== undefined) return [{ type: 'image', url: `${folder}/${file.fileName}`, alt }];
  return [{ type: 'text', value: missingPicture(picture, language) }];
}

/** The number in bold, and the words. */
function captionPhrasing(caption: Caption, notes: Notes): PhrasingContent[] {
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

/** GFM tables begin with a row of headers: an empty one where the table has none. */
function writeTable(table: Table, notes: Notes): BlockContent[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  const rows = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.columns }, (): TableCell => ({ type: 'tableCell', children: [] })),
  );
  for (const { x, y, cell } of grid.cells) rows[y]![x]!.children = cellPhrasing(cell.children, notes);
  const head = Array.from({ length: grid.columns }, (): TableCell => ({ type: 'tableCell', children: [] }));
  const children = (grid.headRows === 0 ? [head, ...rows] : rows).map((cells): TableContent => ({
    type: 'tableRow',
    children: cells,
  }));
  return [{ type: 'table', align: columnAlignments(grid), children }];
}

/** A cell holds one line: blocks are written as lines parted by `<br>`. */
function cellPhrasing(blocks: Block[], notes: Notes): PhrasingContent[] {
  const lines = blocks.flatMap((block) => cellLines(block, notes)).filter((line) => line.length > 0);
  const phrases: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) phrases.push(html('<br>'));
    phrases.push(...line);
  }
  return phrases;
}

function cellLines(block: Block, notes: Notes): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
      return [phrasing(block.children, notes, html('<br>'))];
    case 'heading':
      return [[{ type: 'strong', children: phrasing(block.children, notes, html('<br>')) }]];
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first = [], ...rest] = item.children.flatMap((child) => cellLines(child, notes));
        const box = item.checked === null ? '' : item.checked ? '☑ ' : '☐ ';
        const marker = box !== '' ? box : block.ordered ? `${block.start + index}. ` : '• ';
        return [[{ type: 'text', value: marker } as const, ...first], ...rest];
      });
    case 'quote': {
      const lines = block.children.flatMap((child) => cellLines(child, notes));
      if (block.source !== null) lines.push(citationPhrasing(block.source, notes));
      return lines;
    }
    case 'callout':
      return [
        calloutHead(block, notes).children,
        ...block.children.flatMap((child) => cellLines(child, notes)),
      ];
    case 'picture':
      return [picturePhrasing(block, notes)];
    case 'caption':
      return [captionPhrasing(block, notes)];
    case 'table':
      return tableGrid(block).cells.flatMap(({ cell }) =>
        cell.children.flatMap((child) => cellLines(child, notes)),
      );
    case 'bibliography':
    case 'pageBreak':
      return [];
    case 'code':
      return block.text.split('\n').map((line) => (line === '' ? [] : [{ type: 'inlineCode', value: line }]));
    case 'rule':
  }
  return [];
}
