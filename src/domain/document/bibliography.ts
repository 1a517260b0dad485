/** The block that says where a document lists its sources, and how. */
import type { Bibliography, Block, DocumentAst } from './ast.ts';

/** Its type in stored documents; its members are those of `Bibliography`. */
export const BIBLIOGRAPHY_TYPE = 'bibliography';

/** All such blocks, in the order of the document. */
export function bibliographies(blocks: Block[]): Bibliography[] {
  return blocks.flatMap((block): Bibliography[] => {
    if (block.type === 'bibliography') return [block];
    if (block.type === 'quote') return bibliographies(block.children);
    if (block.type === 'list') return block.items.flatMap((item) => bibliographies(item.children));
    if (block.type === 'table') return block.rows.flat().flatMap((cell) => bibliographies(cell.children));
    return [];
  });
}

/** Articles that the document lists without citing them, each once. */
export function uncitedSources(document: DocumentAst): number[] {
  return [...new Set(bibliographies(document.children).flatMap(({ uncited }) => uncited))];
}
