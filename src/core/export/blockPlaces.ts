/** Says where in a brief something is. */
import type { Block } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { documentWords } from '#domain/document/words.ts';

interface BlockPlace {
  block: Block;
  /** Such as `under “Findings”`. */
  where: string;
}

/** All blocks in reading order, by the heading that they stand under. */
export function blockPlaces(blocks: Block[]): BlockPlace[] {
  const places: BlockPlace[] = [];
  let where = 'at the beginning';
  const visit = (block: Block): void => {
    const words = block.type === 'heading' ? documentWords(block.children) : '';
    if (words !== '') where = `under “${words}”`;
    places.push({ block, where });
    blocksInside(block).forEach(visit);
  };
  blocks.forEach(visit);
  return places;
}
