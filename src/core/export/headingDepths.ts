/** Levels of headings as PDF/UA wants them, and as HTML's outline is to be. */
import type { Block, Heading } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';

export interface HeadingDepth {
  /** Depth in the outline: begins at 1 and never skips one on the way down, as PDF/UA-1 (7.4.2) asks. */
  level: number;
  /** Rank of the heading's own level among those in use, from 1: what it looks like. */
  look: number;
}

/** The depths of `headings`, which are all of a document in reading order, in whatever blocks they stand. */
export function headingDepths(headings: Heading[]): Map<Heading, HeadingDepth> {
  const ranks = [...new Set(headings.map((heading) => heading.level))].toSorted((a, b) => a - b);
  const open: number[] = [];
  const depths = new Map<Heading, HeadingDepth>();
  for (const heading of headings) {
    while (open.length > 0 && open.at(-1)! >= heading.level) open.pop();
    open.push(heading.level);
    depths.set(heading, { level: open.length, look: ranks.indexOf(heading.level) + 1 });
  }
  return depths;
}

/** The headings of `blocks`, also those inside of other blocks, in reading order. */
export function headingsIn(blocks: Block[]): Heading[] {
  return blocks.flatMap((block): Heading[] => {
    return block.type === 'heading' ? [block] : headingsIn(blocksInside(block));
  });
}
