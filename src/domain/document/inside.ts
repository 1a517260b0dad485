import type { Block } from './ast.ts';

/** The blocks that stand right inside of a block: those of a list's items and of a table's cells, in their order. */
export function blocksInside(block: Block): Block[] {
  switch (block.type) {
    case 'quote':
    case 'callout':
      return block.children;
    case 'list':
      return block.items.flatMap(({ children }) => children);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ children }) => children));
    default:
      return [];
  }
}
