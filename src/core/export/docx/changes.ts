/** Suggested changes as the tracked changes of a Word document. */
import type { Change, FlowBlock } from '../flow/flow.ts';
import { flowInside } from '../flow/walk.ts';
import type { Writing } from './writing.ts';
import { xml } from './xml.ts';

/** The sign of a change around runs, or empty as the property of a mark. */
function sign({ kind, author, at }: Change, { nextId }: Pick<Writing, 'nextId'>, content = ''): string {
  const attributes = {
    'w:id': nextId(),
    'w:author': author === '' ? 'Dossier' : author,
    // Word wants no parts of seconds.
    'w:date': at.replace(/\.\d+/u, ''),
  };
  return xml(kind === 'insertion' ? 'w:ins' : 'w:del', attributes, content);
}

/** Runs that were put in or taken out; the words of those that were taken out are `w:delText`. */
export function tracked({ change }: { change?: Change }, runs: string, writing: Writing): string {
  if (change === undefined || runs === '') return runs;
  if (change.kind === 'insertion') return sign(change, writing, runs);
  const gone = runs
    .replaceAll('<w:t xml:space="preserve">', '<w:delText xml:space="preserve">')
    .replaceAll('</w:t>', '</w:delText>');
  return sign(change, writing, gone);
}

/** The property of the paragraph of a block, where its end was put in or taken out. */
export function changedEnd(block: FlowBlock, writing: Writing): string {
  const change = writing.ends.get(block);
  return change === undefined ? '' : xml('w:rPr', {}, sign(change, writing));
}

/** The property of a row that was put in or taken out. */
export function changedRow(change: Change | undefined, writing: Writing): string {
  return change === undefined ? '' : sign(change, writing);
}

/**
 * Whose ends were changed: where a block begins by a change, Word says so of the end of the one before it. The first one
 * of a page, a cell or a note has none before it, and says it itself.
 */
export function changedEnds(blocks: readonly FlowBlock[]): Map<FlowBlock, Change> {
  const ends = new Map<FlowBlock, Change>();
  let last: FlowBlock | null = null;
  const visit = (block: FlowBlock): void => {
    if (TEXT.has(block.type)) {
      if (block.change !== undefined) ends.set(last ?? block, block.change);
      last = block;
      return;
    }
    const isOwn = block.type === 'list' || block.type === 'quote';
    if (block.type === 'table') {
      for (const cell of block.cells)
        for (const [of, change] of changedEnds(cell.blocks)) ends.set(of, change);
    } else if (block.type === 'callout') {
      for (const [of, change] of changedEnds(block.blocks)) ends.set(of, change);
    } else for (const inner of flowInside(block)) visit(inner);
    if (!isOwn) last = null;
  };
  for (const block of blocks) visit(block);
  return ends;
}

const TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'caption', 'code']);
