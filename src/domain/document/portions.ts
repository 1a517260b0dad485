/**
 * Portion marks: what a block of text is marked as, such as `S`, by the brief's levels (`domain/marking.ts`). Stored
 * where Lexical keeps the states of a node, as `$.portion`, so that it goes with the block.
 */
import type { Block, Caption, DocumentAst, Heading, Paragraph, Text } from './ast.ts';
import { blocksInside } from './inside.ts';
import type { StoredNode } from './stored.ts';

/** The member of `$` that holds the mark. */
export const PORTION = 'portion';

/** The mark of a stored block; null where it has none. */
export function storedPortion(node: StoredNode): string | null {
  const states = node['$'];
  const mark =
    typeof states === 'object' && states !== null ? (states as Record<string, unknown>)[PORTION] : null;
  return typeof mark === 'string' && mark.trim() !== '' ? mark.trim() : null;
}

type Portion = Heading | Paragraph | Caption;

function isPortion(block: Block): block is Portion {
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'caption';
}

function portionsIn(blocks: readonly Block[]): Portion[] {
  return blocks.flatMap((block) => [
    ...(isPortion(block) ? [block] : []),
    ...portionsIn(blocksInside(block)),
  ]);
}

/** Every mark in a document, once. */
export function portionMarks({ children }: DocumentAst): Set<string> {
  return new Set(portionsIn(children).flatMap(({ portion }) => portion ?? []));
}

/**
 * How many blocks of words have no mark. A quote, and a table, need one on any of their blocks only: they are a portion
 * as a whole.
 */
export function unmarkedPortions({ children }: DocumentAst): number {
  const count = (blocks: readonly Block[]): number =>
    blocks.reduce((sum, block) => {
      if (isPortion(block)) return sum + (block.portion === undefined && block.children.length > 0 ? 1 : 0);
      if (block.type !== 'quote' && block.type !== 'table') return sum + count(blocksInside(block));
      const inside = portionsIn(blocksInside(block)).filter(({ children: words }) => words.length > 0);
      return sum + (inside.length > 0 && inside.every(({ portion }) => portion === undefined) ? 1 : 0);
    }, 0);
  return count(children);
}

/** The document with each mark as the first words of its block: `(S) `. */
export function portionsAsText(document: DocumentAst): DocumentAst {
  return { children: document.children.map(withMarks) };
}

function withMarks(block: Block): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'caption':
      return marked(block);
    case 'quote':
    case 'callout':
      return { ...block, children: block.children.map(withMarks) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: item.children.map(withMarks) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => ({ ...cell, children: cell.children.map(withMarks) })),
        ),
      };
    default:
      return block;
  }
}

function marked<B extends Portion>(block: B): B {
  if (block.portion === undefined || block.children.length === 0) return block;
  const mark: Text = { type: 'text', text: `(${block.portion}) `, marks: [], isMark: true };
  return { ...block, children: [mark, ...block.children] };
}
