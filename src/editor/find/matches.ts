/** Finds words in the document, through formatting and links, and replaces them. */
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  $addUpdateTag,
} from 'lexical';
import { suggestingAuthor } from '../suggest/mode.ts';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';

interface Place {
  key: NodeKey;
  offset: number;
}

export interface TextMatch {
  /** The paragraph, heading, list item or code that it stands in. */
  block: NodeKey;
  start: Place;
  end: Place;
  found: RegExpMatchArray;
  /** It stands in the words of a quote, which are the source's. */
  quoted: boolean;
}

export interface Found {
  matches: TextMatch[];
  /** There are more: the limit of matches, or of time, was reached. */
  cut: boolean;
}

/** Matches that are looked for at most. */
const MOST_MATCHES = 10_000;
/** How long looking may take, in ms: a regular expression can be slow. */
const MOST_TIME = 400;

/** Text without a gap: citations and other things in the line end it. */
interface Stretch {
  text: string;
  parts: { node: LexicalNode; from: number }[];
}

/** In the order of the document. Only inside a read or an update. */
export function $findMatches(pattern: RegExp): Found {
  const matches: TextMatch[] = [];
  const until = performance.now() + MOST_TIME;
  for (const block of $textBlocks($getRoot())) {
    const quoted = $enclosingSnippet(block) !== null;
    for (const stretch of $stretches(block))
      for (const found of stretch.text.matchAll(pattern)) {
        const place = found[0] === '' ? null : places(stretch, found.index, found.index + found[0].length);
        if (place !== null) matches.push({ block: block.getKey(), ...place, found, quoted });
        if (matches.length >= MOST_MATCHES || performance.now() > until) return { matches, cut: true };
      }
  }
  return { matches, cut: false };
}

/**
 * Puts words in place of matches that were found in the document as it is now, in one step of undo, and leaves the
 * caret behind the first. What is quoted stays as it is. Returns how many were replaced.
 */
export function replaceMatches(
  editor: LexicalEditor,
  matches: readonly TextMatch[],
  replacement: (found: RegExpMatchArray) => string,
): number {
  const own = matches.filter(({ quoted }) => !quoted);
  const [first] = own;
  if (first === undefined) return 0;
  const turns = suggestingAuthor(editor) === null ? [own.toReversed()] : oneOfEachBlock(own);
  for (const [index, turn] of turns.entries()) {
    const $replaceAll = (): void => {
      for (const match of turn) $replace(match, replacement(match.found));
      if (index === turns.length - 1) $selectBehind(first, replacement(first.found).length);
    };
    const tag = index === 0 ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG;
    editor.update($replaceAll, { discrete: true, tag });
  }
  return own.length;
}

/**
 * The last of each block, then those before them: so the places of those that are left stay right. A suggestion takes
 * in all of a block from the first change of an update to the last.
 */
function oneOfEachBlock(matches: readonly TextMatch[]): TextMatch[][] {
  const turns: TextMatch[][] = [];
  const counts = new Map<NodeKey, number>();
  for (const match of matches.toReversed()) {
    const turn = counts.get(match.block) ?? 0;
    counts.set(match.block, turn + 1);
    (turns[turn] ??= []).push(match);
  }
  return turns;
}

/** Selects a match, without taking the focus from where it is. Only inside an update. */
export function $selectMatch({ start, end }: TextMatch): void {
  if ($getNodeByKey(start.key) === null || $getNodeByKey(end.key) === null) return;
  const selection = $createRangeSelection();
  selection.anchor.set(start.key, start.offset, 'text');
  selection.focus.set(end.key, end.offset, 'text');
  $setSelection(selection);
  $addUpdateTag(SKIP_DOM_SELECTION_TAG);
}

function* $textBlocks(element: ElementNode): Generator<ElementNode> {
  const children = element.getChildren();
  if (children.some((child) => $isTextNode(child) || child.isInline())) {
    yield element;
    return;
  }
  for (const child of children) if ($isElementNode(child)) yield* $textBlocks(child);
}

function $stretches(block: ElementNode): Stretch[] {
  const stretches: Stretch[] = [{ text: '', parts: [] }];
  const read = (element: ElementNode): void => {
    for (const node of element.getChildren()) {
      const stretch = stretches.at(-1)!;
      if ($isTextNode(node) || $isLineBreakNode(node)) {
        stretch.parts.push({ node, from: stretch.text.length });
        stretch.text += $isTextNode(node) ? node.getTextContent() : '\n';
      } else if ($isElementNode(node) && node.isInline()) read(node);
      else stretches.push({ text: '', parts: [] });
    }
  };
  read(block);
  return stretches.filter(({ text }) => text !== '');
}

/** Null where a match begins or ends with the break of a line, which has no place inside. */
function places({ parts }: Stretch, from: number, to: number): { start: Place; end: Place } | null {
  const first = parts.findLast((part) => part.from <= from)!;
  const last = parts.findLast((part) => part.from < to)!;
  if (!$isTextNode(first.node) || !$isTextNode(last.node)) return null;
  return {
    start: { key: first.node.getKey(), offset: from - first.from },
    end: { key: last.node.getKey(), offset: to - last.from },
  };
}

/** With the formatting of its first letter. */
function $replace({ block, start, end }: TextMatch, words: string): void {
  const first = $getNodeByKey(start.key);
  const last = $getNodeByKey(end.key);
  if (!$isTextNode(first) || !$isTextNode(last)) return;
  if (first.is(last)) {
    first.spliceText(start.offset, end.offset - start.offset, words);
    if (first.getTextContentSize() === 0) first.remove();
    return;
  }
  const parent = $getNodeByKey(block);
  const leaves = $isElementNode(parent) ? $leaves(parent) : [];
  const from = leaves.findIndex((leaf) => leaf.is(first));
  const to = leaves.findIndex((leaf) => leaf.is(last));
  for (const between of leaves.slice(from + 1, to)) between.remove();
  last.spliceText(0, end.offset, '');
  if (last.getTextContentSize() === 0) last.remove();
  first.spliceText(start.offset, first.getTextContentSize() - start.offset, words);
  if (first.getTextContentSize() === 0) first.remove();
}

function $leaves(element: ElementNode): LexicalNode[] {
  return element.getChildren().flatMap((child) => ($isElementNode(child) ? $leaves(child) : [child]));
}

/** Where the replacement left nothing, at the beginning of the block. */
function $selectBehind({ block, start: { key, offset } }: TextMatch, length: number): void {
  const node = $getNodeByKey(key);
  const parent = $getNodeByKey(block);
  // Until the update ends, a node that was removed is still found by its key.
  if ($isTextNode(node) && node.isAttached()) node.select(offset + length, offset + length);
  else if ($isElementNode(parent)) parent.selectStart();
  $addUpdateTag(SKIP_DOM_SELECTION_TAG);
}
