/** Which caption belongs to which picture or table, among blocks that follow each other. */
import type { Block, Caption } from '#domain/document/ast.ts';

/** Whether the caption at `index` still stands where it was stored: beside what it names. */
export function isBeside(blocks: Block[], index: number): boolean {
  const { side } = blocks[index] as Caption;
  return captionBeside(blocks, side === 'above' ? index + 1 : index - 1) === blocks[index];
}

/** The caption of the picture or table at `index`. */
export function captionBeside(blocks: Block[], index: number): Caption | null {
  const type = blocks[index]?.type;
  if (type !== 'picture' && type !== 'table') return null;
  const [above, below] = [blocks[index - 1], blocks[index + 1]];
  if (type === 'table' && above?.type === 'caption' && above.side === 'above') return above;
  const of = type === 'table' ? 'table' : 'figure';
  return below?.type === 'caption' && below.side === 'below' && below.of === of ? below : null;
}
