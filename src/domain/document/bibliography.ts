/** The block that says where a document lists its sources, and how. */
import type { Bibliography, Block, DocumentAst } from './ast.ts';
import { blocksInside } from './inside.ts';

/** Its type in stored documents; its members are those of `Bibliography`. */
export const BIBLIOGRAPHY_TYPE = 'bibliography';

/** All such blocks, in the order of the document. */
export function bibliographies(blocks: Block[]): Bibliography[] {
  return blocks.flatMap((block): Bibliography[] => {
    return block.type === 'bibliography' ? [block] : bibliographies(blocksInside(block));
  });
}

/** Articles that the document lists without citing them, each once. */
export function uncitedSources(document: DocumentAst): number[] {
  return [...new Set(bibliographies(document.children).flatMap(({ uncited }) => uncited))];
}
