/** Accepts and rejects suggested changes in a stored document. */
import { MARK_TYPE, SECTION_TYPE } from '../footnotes.ts';
import { emptyParagraph, type StoredNode } from '../stored.ts';
import {
  blockBreak,
  brokenBlock,
  DELETED_BLOCKS_TYPE,
  DELETION_TYPE,
  insertedMark,
  isTextual,
  readDeletion,
  type SuggestionMark,
  withoutInserted,
} from './marks.ts';
import { notesInOrder } from './notes.ts';
import { joinedTexts } from './joinTexts.ts';

/** What becomes of a change; `keep` leaves it pending. */
export type Verdict = 'accept' | 'reject' | 'keep';
export type Decide = (mark: SuggestionMark) => Verdict;

/** The root of a document with changes settled as `decide` says; nodes without any stay the same objects. */
export function settleRoot<Root extends StoredNode>(root: Root, decide: Decide): Root {
  const before = root.children ?? [];
  const context: Context = { decide, notes: [] };
  const settled = fitting(settleBlocks(before, context), root);
  if (settled === before) return root;
  const children = notesInOrder(before, settled, context.notes);
  return { ...root, children: bodyOf(children).length === 0 ? [emptyParagraph(), ...children] : children };
}

/** As the document reads with every change accepted. */
export function acceptedRoot<Root extends StoredNode>(root: Root): Root {
  return settleRoot(root, () => 'accept');
}

/** As the document was before its changes. */
export function rejectedRoot<Root extends StoredNode>(root: Root): Root {
  return settleRoot(root, () => 'reject');
}

/** The same for blocks that stand beside each other; footnotes are left as they are. */
export function settledBlocks(blocks: StoredNode[], decide: Decide): StoredNode[] {
  return settleBlocks(blocks, { decide, notes: [] });
}

export function rejectedBlocks(blocks: StoredNode[]): StoredNode[] {
  return settledBlocks(blocks, () => 'reject');
}

/** The same for what stands on a line, with the places in it where blocks begin. */
export function settledSlice(nodes: StoredNode[], decide: Decide): StoredNode[] {
  return settleInlines(nodes, { decide, notes: [] }).flatMap(({ block, children }) => [
    ...(block === null ? [] : [blockBreak(block)]),
    ...joinedTexts(children),
  ]);
}

interface Context {
  decide: Decide;
  /** Footnotes whose marks come back. */
  notes: StoredNode[];
}

function bodyOf(blocks: StoredNode[]): StoredNode[] {
  return blocks.filter(({ type }) => type !== SECTION_TYPE);
}

/** The children of anything that holds blocks; `home` are the blocks before a list, for the words of its first item. */
function settleBlocks(blocks: StoredNode[], context: Context, home: StoredNode[] = []): StoredNode[] {
  const settled: StoredNode[] = [];
  for (const block of blocks) settleBlock(block, settled, context, home);
  return isSame(settled, blocks) ? blocks : settled;
}

/**
 * A block that comes back on a line is of the kind that it was taken out as, while its line may have become an item
 * since, or an item the line: blocks that `holder` cannot hold become those that it can.
 */
function fitting(blocks: StoredNode[], holder: StoredNode): StoredNode[] {
  const isFit = (block: StoredNode): boolean =>
    !isTextual(block) || (block.type === 'listitem') === (holder.type === 'list');
  if (blocks.every(isFit)) return blocks;
  return blocks.map((block) => {
    if (isFit(block)) return block;
    const { children = [], direction = null, format = '', $: states } = block;
    const kept = { direction, format, ...(states !== undefined && { $: states }), children };
    return holder.type === 'list'
      ? { type: 'listitem', version: 1, indent: 0, value: 1, ...kept }
      : { ...emptyParagraph(), ...kept };
  });
}

function settleBlock(block: StoredNode, into: StoredNode[], context: Context, home: StoredNode[]): void {
  const deletion = block.type === DELETED_BLOCKS_TYPE ? readDeletion(block) : null;
  if (deletion !== null) {
    const verdict = context.decide(deletion.mark);
    if (verdict === 'keep') into.push(block);
    if (verdict !== 'reject') return;
    context.notes.push(...deletion.notes);
    into.push(...settleBlocks(deletion.content, context));
    return;
  }
  const mark = insertedMark(block);
  const verdict = mark === null ? 'keep' : context.decide(mark);
  if (isTextual(block)) settleText(block, verdict, into, context, home);
  else if (verdict !== 'reject') {
    const held = settleHolder(block, context, into.length === 0 ? home : into);
    if (held !== null) into.push(verdict === 'accept' ? withoutInserted(held) : held);
  }
}

function settleText(
  block: StoredNode,
  verdict: Verdict,
  into: StoredNode[],
  context: Context,
  home: StoredNode[],
): void {
  const before = block.children ?? [];
  const [first, ...others] = settleInlines(before, context);
  const children = first!.children;
  const there = into.length === 0 ? home : into;
  const last = there.at(-1);
  if (verdict !== 'reject') {
    const own = isSame(children, before) ? block : { ...block, children: joinedTexts(children) };
    into.push(verdict === 'accept' ? withoutInserted(own) : own);
  } else if (children.length > 0) {
    // Words that were there before go back to the block that they were parted from.
    const whole = last === undefined ? null : rejoined(last, block, children);
    if (whole === null) into.push(withoutInserted({ ...block, children: joinedTexts(children) }));
    else there[there.length - 1] = whole;
  }
  for (const { block: begun, children: words } of others)
    into.push({ ...begun!, children: joinedTexts(words) });
}

/** The block with what stood in `second` behind its last words, which may be an item's by now; null where it has none. */
function rejoined(first: StoredNode, second: StoredNode, children: StoredNode[]): StoredNode | null {
  if (isTextual(first)) return joined(first, second, children);
  const held = first.type === 'list' || first.type === 'listitem' ? (first.children ?? []) : [];
  const last = held.at(-1);
  const whole = last === undefined ? null : rejoined(last, second, children);
  return whole === null ? null : { ...first, children: [...held.slice(0, -1), whole] };
}

/** Enter before the first word of a block leaves its id with the words. */
function joined(first: StoredNode, second: StoredNode, children: StoredNode[]): StoredNode {
  const own = first.children ?? [];
  const words = joinedTexts([...own, ...children]);
  const states = own.length === 0 ? withoutInserted(second)['$'] : first['$'];
  return { ...first, ...(states !== undefined && { $: states }), children: words };
}

/** A table, list, callout and so on; null where nothing is left of it. */
function settleHolder(block: StoredNode, context: Context, home: StoredNode[]): StoredNode | null {
  const before = block.children;
  if (before === undefined || before.length === 0) return block;
  const isOfList = block.type === 'list' || block.type === 'listitem';
  const children = fitting(settleBlocks(before, context, isOfList ? home : []), block);
  if (children === before) return block;
  if (children.length > 0) return { ...block, children };
  return GONE_WHEN_EMPTY.has(block.type) ? null : { ...block, children: [emptyParagraph()] };
}

const GONE_WHEN_EMPTY = new Set(['list', 'listitem', 'table', 'tablerow', SECTION_TYPE]);

/** A line, or what stood on it before a block that begins within. */
interface Segment {
  /** Null for the first one. */
  block: StoredNode | null;
  children: StoredNode[];
}

function settleInlines(nodes: StoredNode[], context: Context): Segment[] {
  const segments: Segment[] = [{ block: null, children: [] }];
  const add = (...added: StoredNode[]): void => void segments.at(-1)!.children.push(...added);
  for (const node of nodes) {
    const deletion = node.type === DELETION_TYPE ? readDeletion(node) : null;
    if (deletion !== null) {
      const verdict = context.decide(deletion.mark);
      if (verdict === 'keep') add(node);
      if (verdict !== 'reject') continue;
      context.notes.push(...deletion.notes);
      addSegments(segments, settleInlines(deletion.content, context), (children) => children);
      continue;
    }
    const begun = brokenBlock(node);
    if (begun !== null) {
      segments.push({ block: begun, children: [] });
      continue;
    }
    const mark = insertedMark(node);
    const verdict = mark === null ? 'keep' : context.decide(mark);
    if (verdict === 'reject') continue;
    const own = verdict === 'accept' ? withoutInserted(node) : node;
    const children = own.children ?? [];
    if (children.length === 0 || own.type === MARK_TYPE) {
      add(own);
      continue;
    }
    const inner = settleInlines(children, context);
    const isWhole = inner.length === 1 && isSame(inner[0]!.children, children);
    addSegments(segments, inner, (kept) => {
      if (isWhole) return [own];
      return kept.length === 0 ? [] : [{ ...own, children: joinedTexts(kept) }];
    });
  }
  return segments;
}

/** The first goes on the line, the others begin their own. */
function addSegments(
  segments: Segment[],
  added: Segment[],
  wrap: (children: StoredNode[]) => StoredNode[],
): void {
  for (const [index, { block, children }] of added.entries()) {
    if (index === 0) segments.at(-1)!.children.push(...wrap(children));
    else segments.push({ block, children: wrap(children) });
  }
}

function isSame(left: StoredNode[], right: StoredNode[]): boolean {
  return left.length === right.length && left.every((node, index) => node === right[index]);
}
