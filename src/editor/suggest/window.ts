/** Where two rows of units differ. */
import { $getNodeByKey, $isElementNode, type NodeKey } from 'lexical';
import type { Region } from './anchors.ts';
import { before, $nodes, type Pass } from './pass.ts';
import { $pieces, $unitsOf, isSameUnit, type Piece, type Unit } from './units.ts';

export interface Window {
  /** What went, of the state before, and what came. */
  gone: Unit[];
  come: Unit[];
  /** What stands right before and behind that now; null at the ends of the region. */
  previous: Unit | null;
  next: Unit | null;
  /** What stood behind in the state before. */
  nextBefore: Unit | null;
  /** Whether the caret stands between the two, and nothing came. */
  hasCaret: boolean;
  /** Beginnings that stayed, before and now. */
  begins: [Unit, Unit][];
}

/** One stretch that holds all that differs, as short as it can be; what came ends at the caret where it may. */
export function $window(pass: Pass, region: Region, changed: ReadonlySet<NodeKey>): Window {
  const pieces = $pieces($nodes(region.now));
  const { was, cut } = before(pass, () => {
    const all = $pieces($nodes(region.before));
    const same = sameEnds(all, pieces, changed);
    return { was: $unitsOf(all.slice(same.start, all.length - same.end)), cut: same };
  });
  const is = $unitsOf(pieces.slice(cut.start, pieces.length - cut.end), changed);
  const caret = $caretIndex(is, pass.caret);
  // One block may have been turned into another kind; where blocks came and went, none is taken for another.
  const turned = stretch(was, is, caret, onlyInOne(was, is));
  const isPlain = [...was.slice(...turned.was), ...is.slice(...turned.is)].every(
    ({ kind }) => kind !== 'begin',
  );
  const {
    was: [start, wasEnd],
    is: [, isEnd],
  } = isPlain ? turned : stretch(was, is, caret, new Set());
  const end = was.length - wasEnd;
  const begins: [Unit, Unit][] = [];
  const pair = (left: Unit, right: Unit): void => void (left.kind === 'begin' && begins.push([left, right]));
  for (let index = 0; index < start; index += 1) pair(was[index]!, is[index]!);
  for (let index = 1; index <= end; index += 1) pair(was.at(-index)!, is.at(-index)!);
  return {
    gone: was.slice(start, wasEnd),
    come: is.slice(start, isEnd),
    previous: is[start - 1] ?? null,
    next: is[isEnd] ?? null,
    nextBefore: was[wasEnd] ?? null,
    hasCaret: caret === start && isEnd === start,
    begins,
  };
}

/** From where to where the two rows differ. */
function stretch(
  was: readonly Unit[],
  is: readonly Unit[],
  caret: number | null,
  lost: ReadonlySet<NodeKey>,
): Record<'was' | 'is', [from: number, to: number]> {
  const same = (left: Unit, right: Unit): boolean => isSameUnit(left, right, lost);
  const least = Math.min(was.length, is.length);
  let end = 0;
  const mostEnd = Math.min(least, caret === null ? least : is.length - caret);
  while (end < mostEnd && same(was.at(-1 - end)!, is.at(-1 - end)!)) end += 1;
  let start = 0;
  while (start < least - end && same(was[start]!, is[start]!)) start += 1;
  if (isHalf(was[start - 1]) || isHalf(is[start - 1])) start -= 1;
  if (end > 0 && (isHalf(was.at(-1 - end)) || isHalf(is.at(-1 - end)))) end -= 1;
  return { was: [start, was.length - end], is: [start, is.length - end] };
}

/** The first half of a character of two units. */
function isHalf(unit: Unit | undefined): boolean {
  return unit?.kind === 'character' && /^[\uD800-\uDBFF]/u.test(unit.id);
}

/** Pieces at both ends that are the very same; of each end one more is looked at, for what stands beside the change. */
function sameEnds(
  was: readonly Piece[],
  is: readonly Piece[],
  changed: ReadonlySet<NodeKey>,
): { start: number; end: number } {
  const isSame = (left: Piece | undefined, right: Piece | undefined): boolean => {
    if (left === undefined || right === undefined || left.kind !== right.kind) return false;
    if (left.kind === 'leaf') return left.node === right.node;
    return left.node.getKey() === right.node.getKey() && !changed.has(left.node.getKey());
  };
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && isSame(was[start], is[start])) start += 1;
  start = Math.max(0, start - 1);
  let end = 0;
  while (end < least - start && isSame(was.at(-1 - end), is.at(-1 - end))) end += 1;
  return { start, end: Math.max(0, end - 1) };
}

function onlyInOne(was: readonly Unit[], is: readonly Unit[]): Set<NodeKey> {
  const before = new Set(was.map(({ key }) => key));
  const now = new Set(is.map(({ key }) => key));
  return new Set([
    ...[...before].filter((key) => !now.has(key)),
    ...[...now].filter((key) => !before.has(key)),
  ]);
}

/** How many units stand before the caret; null where it stands elsewhere, or something is selected. */
function $caretIndex(units: readonly Unit[], caret: Pass['caret']): number | null {
  if (caret === null) return null;
  const { key, offset, type } = caret;
  const found = (wanted: NodeKey, at: number): number | null => {
    const index = units.findIndex((unit) => unit.key === wanted && unit.offset === at);
    return index < 0 ? null : index;
  };
  const behind = (wanted: NodeKey): number | null => {
    const index = units.findLastIndex((unit) => unit.key === wanted);
    return index < 0 ? null : index + 1;
  };
  if (type === 'text') return found(key, offset) ?? behind(key);
  const node = $getNodeByKey(key);
  if (!$isElementNode(node)) return null;
  const child = node.getChildAtIndex(offset);
  if (child !== null)
    return found(($isElementNode(child) ? child.getFirstDescendant() : child)?.getKey() ?? '', 0);
  const last = node.getLastDescendant();
  return behind(last?.getKey() ?? key);
}
