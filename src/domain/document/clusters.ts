/** The citations of a document in the order in which a reader meets them: the order of note numbers. */
import type { CitationCluster } from '../citation.ts';
import type { Block, DocumentAst, Footnote, Inline } from './ast.ts';
import { blocksInside } from './inside.ts';

/** A citation with the words that it belongs to. */
export interface CitationPlace {
  items: CitationCluster;
  /** `quote`: its words stand in the document; `citation`: the document's own words cite it. */
  kind: 'quote' | 'citation';
  /** The text of the paragraph or quote; line breaks as spaces. */
  text: string;
  /** Where in `text` the citation stands, in UTF-16 units. */
  at: number;
}

/** What a reader of a document meets. */
export interface ReadingOrder {
  places: CitationPlace[];
  /** The author's footnotes, and which of `places` stand in the words of each: `count` of them from `at` on. */
  footnotes: { node: Footnote; at: number; count: number }[];
}

/**
 * A quote's own source comes after the citations inside the quote: its mark stands at the quote's end. The
 * citations of a footnote come where its mark stands.
 */
export function readingOrder(document: DocumentAst): ReadingOrder {
  const order: ReadingOrder = { places: [], footnotes: [] };
  for (const block of document.children) collect(block, order);
  return order;
}

export function citationPlaces(document: DocumentAst): CitationPlace[] {
  return readingOrder(document).places;
}

export function citationClusters(document: DocumentAst): CitationCluster[] {
  return citationPlaces(document).map(({ items }) => items);
}

/** Returns the text of the block. */
function collect(block: Block, into: ReadingOrder): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'caption':
      return collectFromText(block.children, into);
    case 'code':
      return block.text;
    default: {
      const text = collectAll(blocksInside(block), into);
      if (block.type === 'quote' && block.source !== null)
        into.places.push({ items: block.source, kind: 'quote', text, at: text.length });
      return text;
    }
  }
}

function collectAll(blocks: Block[], into: ReadingOrder): string {
  return blocks.map((block) => collect(block, into)).join(' ');
}

function collectFromText(inlines: Inline[], into: ReadingOrder): string {
  const found: (Footnote | { type: 'citation'; items: CitationCluster; at: number })[] = [];
  let text = '';
  const read = (children: Inline[]): void => {
    for (const inline of children) {
      if (inline.type === 'citation') found.push({ ...inline, at: text.length });
      else if (inline.type === 'footnote') found.push(inline);
      else if (inline.type === 'link') read(inline.children);
      else if (inline.type === 'text') text += inline.text;
      else text += ' ';
    }
  };
  read(inlines);
  for (const mark of found)
    if (mark.type === 'footnote') collectNote(mark, into);
    else into.places.push({ items: mark.items, kind: 'citation', text, at: mark.at });
  return text;
}

function collectNote(node: Footnote, into: ReadingOrder): void {
  const at = into.places.length;
  const footnote = { node, at, count: 0 };
  into.footnotes.push(footnote);
  collectAll(node.children, into);
  footnote.count = into.places.length - at;
}
