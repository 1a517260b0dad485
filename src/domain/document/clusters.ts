/** The citations of a document in the order in which a reader meets them: the order of note numbers. */
import type { CitationCluster } from '../citation.ts';
import type { Block, DocumentAst, Inline } from './ast.ts';

/** A quote's own source comes after the citations inside the quote: its mark stands at the quote's end. */
export function citationClusters(document: DocumentAst): CitationCluster[] {
  const clusters: CitationCluster[] = [];
  collectFromBlocks(document.children, clusters);
  return clusters;
}

function collectFromBlocks(blocks: Block[], into: CitationCluster[]): void {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph') collectFromInlines(block.children, into);
    else if (block.type === 'list') for (const item of block.items) collectFromBlocks(item.children, into);
    else if (block.type === 'quote') {
      collectFromBlocks(block.children, into);
      if (block.source !== null) into.push(block.source);
    } else if (block.type === 'table')
      for (const row of block.rows) for (const cell of row) collectFromBlocks(cell.children, into);
  }
}

function collectFromInlines(inlines: Inline[], into: CitationCluster[]): void {
  for (const inline of inlines) {
    if (inline.type === 'citation') into.push(inline.items);
    else if (inline.type === 'link') collectFromInlines(inline.children, into);
  }
}
