/** Ways through the blocks of a flow. */
import type { FlowBlock, FlowHeading, Span } from './flow.ts';
import { plainSpans } from './spans.ts';

/** The blocks that stand right inside of a block. */
export function flowInside(block: FlowBlock): FlowBlock[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.blocks);
    case 'quote':
    case 'callout':
      return block.blocks;
    case 'table':
      return block.cells.flatMap((cell) => cell.blocks);
    case 'figure':
      return block.caption.side === 'above' ? [block.caption, block.body] : [block.body, block.caption];
    default:
      return [];
  }
}

/** The lines of a block's own: one, or for the list of sources one an entry. */
function linesOf(block: FlowBlock): Span[][] {
  if (block.type === 'sources') return block.entries;
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'caption'
    ? [block.spans]
    : [];
}

/** All spans in reading order, links with their own behind them; those in the words of notes are not among them. */
export function flowSpans(blocks: readonly FlowBlock[]): Span[] {
  const inSpan = (span: Span): Span[] =>
    span.type === 'link' ? [span, ...span.children.flatMap(inSpan)] : [span];
  return blocks.flatMap((block) => [
    ...linesOf(block).flat().flatMap(inSpan),
    ...flowSpans(flowInside(block)),
  ]);
}

/** All spans, those in the words of notes behind their marks. */
export function allSpans(blocks: readonly FlowBlock[]): Span[] {
  return flowSpans(blocks).flatMap((span) =>
    span.type === 'note' ? [span, ...allSpans(span.blocks)] : [span],
  );
}

/** The headings of the outline, in reading order. */
export function flowHeadings(blocks: readonly FlowBlock[]): FlowHeading[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [block] : flowHeadings(flowInside(block))));
}

/** The text of some blocks without notes; blocks parted by spaces. */
export function flowText(blocks: readonly FlowBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'code') return block.text;
      return [...linesOf(block).map(plainSpans), flowText(flowInside(block))].join(' ');
    })
    .join(' ');
}
