/** The citations of a document in the order in which a reader meets them: the order of note numbers. */
import type { CitationCluster } from '../citation.ts';
import type { Block, DocumentAst, Inline } from './ast.ts';

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

/** A quote's own source comes after the citations inside the quote: its mark stands at the quote's end. */
export function citationPlaces(document: DocumentAst): CitationPlace[] {
  const places: CitationPlace[] = [];
  for (const block of document.children) collect(block, places);
  return places;
}

export function citationClusters(document: DocumentAst): CitationCluster[] {
  return citationPlaces(document).map(({ items }) => items);
}

/** Returns the text of the block. */
function collect(block: Block, into: CitationPlace[]): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return collectFromText(block.children, into);
    case 'list':
      return collectAll(
        block.items.flatMap(({ children }) => children),
        into,
      );
    case 'quote': {
      const text = collectAll(block.children, into);
      if (block.source !== null) into.push({ items: block.source, kind: 'quote', text, at: text.length });
      return text;
    }
    case 'table':
      return collectAll(
        block.rows.flatMap((row) => row.flatMap(({ children }) => children)),
        into,
      );
    case 'code':
      return block.text;
    default:
      return '';
  }
}

function collectAll(blocks: Block[], into: CitationPlace[]): string {
  return blocks.map((block) => collect(block, into)).join(' ');
}

function collectFromText(inlines: Inline[], into: CitationPlace[]): string {
  const found: { items: CitationCluster; at: number }[] = [];
  let text = '';
  const read = (children: Inline[]): void => {
    for (const inline of children) {
      if (inline.type === 'citation') found.push({ items: inline.items, at: text.length });
      else if (inline.type === 'link') read(inline.children);
      else text += inline.type === 'break' ? ' ' : inline.text;
    }
  };
  read(inlines);
  for (const citation of found) into.push({ ...citation, kind: 'citation', text });
  return text;
}
