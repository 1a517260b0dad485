/** Blocks beside each other that changed: what came among their units is marked, what went is put back struck through. */
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import { rejectedBlocks, settledBlocks, settledSlice } from '#domain/document/suggestions/settle.ts';
import { signature } from '#domain/document/suggestions/signature.ts';
import { $getNodeByKey, type ElementNode, type LexicalNode, type NodeKey } from 'lexical';
import type { Region } from './anchors.ts';
import { $isDeletedBlocksNode } from './DeletedBlocksNode.ts';
import { $isDeletedNode } from './DeletedNode.ts';
import { $markUnits } from './markUnits.ts';
import { before, $nodes, markBeside, ownAway, type Pass } from './pass.ts';
import { $holdsDeletedBlocks, $linePlace, $putDeletedBlocks, $putDeletion } from './place.ts';
import { $sliceOf } from './slice.ts';
import { $insertedMark, $setInserted } from './state.ts';
import { $stored } from './stored.ts';
import { $isTextBlock, $pieces, $unitsOf, isSameUnit, type Unit } from './units.ts';
import { $replaceWhole } from './whole.ts';
import { $window, type Window } from './window.ts';

/**
 * `changed`: blocks that stayed, and whose content cannot be compared. False where what changed is to be told of
 * `holder` as a whole.
 */
export function $trackRegion(
  pass: Pass,
  whole: Region,
  holder: ElementNode,
  changed: ReadonlySet<NodeKey>,
): boolean {
  const region = untold(pass, whole);
  if (region.before.length === 0 && region.now.length === 0) return true;
  const wide = $widened(pass, region, holder, changed.size > 0);
  const was = before(pass, () => $nodes(wide.before).map($stored));
  const keepsWhatWas = (): boolean =>
    signature(rejectedBlocks(was)) === signature(rejectedBlocks($within(holder, wide).map($stored)));
  const isSameRow = region.before.join() === region.now.join();
  const isTurned = !isSameRow && $isOnlyTurned(pass, region, changed);
  if (isTurned && keepsWhatWas()) return true;
  if ($trackUnits(pass, region, holder, changed) && keepsWhatWas()) return true;
  if (!$holdsDeletedBlocks(holder)) return false;
  const narrow = $narrowed(pass, region, wide);
  const gone = was.slice(wide.before.length - narrow.before.length);
  $replaceWhole(pass, holder, narrow.after, $within(holder, narrow), settledBlocks(gone, ownAway(pass)));
  return true;
}

/** What is left of a region where the one before it was widened into it. */
function untold({ told }: Pass, { after, before: was, now }: Region): Region {
  const rest = (keys: NodeKey[]): NodeKey[] => keys.filter((key) => !told.has(key));
  return { after: now.findLast((key) => told.has(key)) ?? after, before: rest(was), now: rest(now) };
}

/** Children of a holder between two that stay, or the ends; `before` is what stood there. */
interface Stretch {
  before: NodeKey[];
  after: LexicalNode | null;
  until: LexicalNode | null;
}

/**
 * The region with the blocks around it that it belongs to where it is rejected: words of a block that was parted go
 * back to the block of text before it, and what is struck through may join what is already.
 */
function $widened(pass: Pass, region: Region, holder: ElementNode, isWider: boolean): Stretch {
  const isAlone = !isWider && region.before.join() === region.now.join();
  const wasThere = (node: LexicalNode): boolean =>
    !pass.told.has(node.getKey()) && before(pass, () => $getNodeByKey(node.getKey()) !== null);
  let after = region.after === null ? null : $getNodeByKey(region.after);
  const last = $getNodeByKey(region.now.at(-1) ?? '') ?? after;
  if (isAlone) return { before: region.before, after, until: last?.getNextSibling() ?? null };
  const head: NodeKey[] = [];
  while (after !== null && wasThere(after)) {
    const isHome = $isTextBlock(after) && $insertedMark(after) === null;
    head.unshift(after.getKey());
    after = after.getPreviousSibling();
    if (isHome) break;
  }
  const tail: NodeKey[] = [];
  let until = last === null ? holder.getFirstChild() : last.getNextSibling();
  while (until !== null && wasThere(until) && $isSuggestion(until)) {
    tail.push(until.getKey());
    until = until.getNextSibling();
  }
  return { before: [...head, ...region.before, ...tail], after, until };
}

/** Without the blocks before the region, where they are what they were and no words of it would go back to them. */
function $narrowed(pass: Pass, region: Region, wide: Stretch): Stretch {
  const at = wide.before.indexOf(region.before[0] ?? '');
  if (at <= 0) return wide;
  const head = wide.before.slice(0, at);
  const written = (): string => JSON.stringify($nodes(head).map($stored));
  const isParted = before(pass, () => $insertedMark($nodes(region.before)[0]!) !== null);
  if (isParted || before(pass, written) !== written()) return wide;
  const after = region.after === null ? null : $getNodeByKey(region.after);
  return { ...wide, after, before: wide.before.slice(at) };
}

function $isSuggestion(node: LexicalNode): boolean {
  return $insertedMark(node) !== null || $isDeletedBlocksNode(node);
}

function $within(holder: ElementNode, { after, until }: Stretch): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let node = after === null ? holder.getFirstChild() : after.getNextSibling();
  for (; node !== null && !node.is(until); node = node.getNextSibling()) nodes.push(node);
  return nodes;
}

/** The same words in the same order, in other kinds of blocks. */
function $isOnlyTurned(pass: Pass, region: Region, changed: ReadonlySet<NodeKey>): boolean {
  const was = before(pass, () => $unitsOf($pieces($nodes(region.before), true)));
  const is = $unitsOf($pieces($nodes(region.now), true), changed);
  if (was.length !== is.length) return false;
  const all = new Set([...was, ...is].map(({ key }) => key));
  if (!was.every((unit, index) => isSameUnit(unit, is[index]!, all))) return false;
  for (const [index, unit] of was.entries()) $keepMark(unit, is[index]!);
  return true;
}

/** A block that was turned into another kind stays a suggestion. */
function $keepMark(was: Unit, is: Unit): void {
  const node = was.kind === 'begin' && was.mark !== null && is.mark === null ? $getNodeByKey(is.key) : null;
  if (node !== null) $setInserted(node, was.mark);
}

function $trackUnits(
  pass: Pass,
  region: Region,
  holder: ElementNode,
  changed: ReadonlySet<NodeKey>,
): boolean {
  const found = $window(pass, region, changed);
  const { gone, come, begins } = found;
  for (const [was, is] of begins) $keepMark(was, is);
  if (gone.length === 0 && come.length === 0) return true;
  const mark = markBeside(pass, [found.previous, found.next].map($markOf));
  const first = $markUnits(pass, come, mark);
  if (gone.length === 0) return true;
  const isWhole = isEdge(gone[0]!) && (found.nextBefore === null || isEdge(found.nextBefore));
  if (isWhole && $holdsDeletedBlocks(holder)) {
    $putWhole(pass, region, holder, mark, found);
    return true;
  }
  return gone.every(({ kind }) => kind !== 'block') && $putLine(pass, region, mark, found, first);
}

/** What went are whole blocks. */
function $putWhole(
  pass: Pass,
  region: Region,
  holder: ElementNode,
  mark: SuggestionMark,
  { gone, previous }: Window,
): void {
  const keys = gone.filter(isEdge).map(({ key }) => key);
  const content = settledBlocks(
    before(pass, () => $nodes(keys).map($stored)),
    ownAway(pass),
  );
  if (content.length === 0) return;
  let behind = $getNodeByKey(previous?.key ?? region.after ?? '');
  while (behind !== null && !holder.is(behind.getParent())) behind = behind.getParent();
  $putDeletedBlocks(pass, holder, mark, content, behind);
}

/** What went stood on lines. */
function $putLine(
  pass: Pass,
  { after }: Region,
  mark: SuggestionMark,
  { gone, previous, next, hasCaret }: Window,
  first: LexicalNode | null,
): boolean {
  const host = previous ?? $lastUnit(after);
  if (host === null) return false;
  const place = $linePlace(gone.find(({ kind }) => kind !== 'begin')?.link ?? null, first, host, next);
  if (place === null) return false;
  const slice = before(pass, () => $sliceOf(gone, place.link));
  const content = settledSlice(slice, ownAway(pass));
  if (content.length === 0) return true;
  const deletion = $putDeletion(pass, mark, content, place);
  if (hasCaret) deletion.selectNext(0, 0);
  return true;
}

function isEdge({ kind }: Unit): boolean {
  return kind === 'begin' || kind === 'block';
}

/** The end of the block of text before a region. */
function $lastUnit(key: NodeKey | null): Unit | null {
  const node = key === null ? null : $getNodeByKey(key);
  return node !== null && $isTextBlock(node) ? ($unitsOf($pieces([node])).at(-1) ?? null) : null;
}

function $markOf(unit: Unit | null): SuggestionMark | null {
  const node = unit === null ? null : $getNodeByKey(unit.key);
  return $isDeletedNode(node) ? node.getMark() : (unit?.mark ?? null);
}
