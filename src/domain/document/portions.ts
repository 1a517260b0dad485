/**
 * Portion marks: what a block of text is marked as, such as `S`, by the brief's levels (`domain/marking.ts`). Stored
 * where Lexical keeps the states of a node, as `$.portion`, so that it goes with the block.
 */
import type { Block, Caption, Code, DocumentAst, Heading, Paragraph, Picture, Text } from './ast.ts';
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

type Line = Heading | Paragraph | Caption;
type Portion = Line | Code | Picture;

function isLine(block: Block): block is Line {
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'caption';
}

function isPortion(block: Block): block is Portion {
  return isLine(block) || block.type === 'code' || block.type === 'picture';
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
 * How many blocks that say something have no mark. A quote, and a table, need one on any of their blocks only: they are
 * a portion as a whole, as is a picture with its caption, which has the mark.
 */
export function unmarkedPortions({ children }: DocumentAst): number {
  const isUnmarked = ({ portion }: Portion): boolean => portion === undefined;
  const count = (blocks: readonly Block[]): number =>
    blocks.reduce((sum, block, index) => {
      if (isPortion(block))
        return sum + (isUnmarked(block) && saysSomething(block) && !isCaptioned(blocks, index) ? 1 : 0);
      if (block.type !== 'quote' && block.type !== 'table') return sum + count(blocksInside(block));
      const inside = portionsIn(blocksInside(block)).filter(saysSomething);
      return sum + (inside.length > 0 && inside.every(isUnmarked) ? 1 : 0);
    }, 0);
  return count(children);
}

function saysSomething(block: Portion): boolean {
  if (block.type === 'picture') return !block.decorative;
  return block.type === 'code' ? block.text !== '' : block.children.length > 0;
}

function isCaptioned(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  return blocks[index]?.type === 'picture' && next?.type === 'caption' && next.of === 'figure';
}

/** The document with each mark as the first words of its block, `(S) `; above code and a picture, on a line of its own. */
export function portionsAsText({ children }: DocumentAst): DocumentAst {
  return { children: withMarks(children) };
}

function withMarks(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'caption':
        return [marked(block)];
      case 'code':
      case 'picture':
        return markedAbove(block);
      case 'quote':
      case 'callout':
        return [{ ...block, children: withMarks(block.children) }];
      case 'list':
        return [
          {
            ...block,
            items: block.items.map((item) => ({ ...item, children: withMarks(item.children) })),
          },
        ];
      case 'table':
        return [
          {
            ...block,
            rows: block.rows.map((row) =>
              row.map((cell) => ({ ...cell, children: withMarks(cell.children) })),
            ),
          },
        ];
      default:
        return [block];
    }
  });
}

function marked<B extends Line>(block: B): B {
  if (block.portion === undefined || block.children.length === 0) return block;
  return { ...block, children: [markText(`(${block.portion}) `), ...block.children] };
}

/** The mark begins what the stored block gives, and came or went with it. */
function markedAbove(block: { blockId?: string } & (Code | Picture)): Block[] {
  const { blockId, ...rest } = block;
  const { portion, change } = block;
  if (portion === undefined) return [block];
  const mark: Block = {
    type: 'paragraph',
    look: 'mark',
    portion,
    ...(change !== undefined && { change }),
    ...(blockId !== undefined && { blockId }),
    children: [markText(`(${portion})`)],
  };
  return [mark, rest];
}

function markText(text: string): Text {
  return { type: 'text', text, marks: [], isMark: true };
}
