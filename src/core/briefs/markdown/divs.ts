/** Pandoc's fenced divs: blocks between a line of colons with attributes and one without. */
import type { Literal, Nodes } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { paragraphOf, textOf } from './nodes.ts';
import type { Reading } from './reading.ts';

/** A line that could be a fence. */
export interface DivFence extends Literal {
  type: 'divFence';
  /** It has its counterpart; any other is text. */
  isPaired: boolean;
}

declare module 'mdast' {
  interface BlockContentMap {
    divFence: DivFence;
  }
  interface RootContentMap {
    divFence: DivFence;
  }
}

const OPENING = /^:{3,}\s*(\{[^{}]*\}|[^\s{}:][^\s{}]*)\s*:*\s*$/u;
const CLOSING = /^:{3,}\s*$/u;

/** What it says of the div: attributes in braces, or a word; null where it closes one. */
export function attributesOfDiv({ value }: Pick<DivFence, 'value'>): string | null {
  return OPENING.exec(value)?.[1] ?? null;
}

export function isDivFence(line: string): boolean {
  return OPENING.test(line) || CLOSING.test(line);
}

/** Whether a text has divs, by which it is Pandoc's. */
export function holdsDivs(source: string): boolean {
  const fences = source.match(/^ {0,3}:{3,}.*$/gmu)?.map((line) => line.trim()) ?? [];
  const opening = fences.findIndex((line) => OPENING.test(line));
  return opening !== -1 && fences.slice(opening).some((line) => CLOSING.test(line));
}

/** Pairs the fences that stand beside each other, each end with the nearest beginning. */
export function pairDivs(node: Nodes): void {
  if (!('children' in node)) return;
  const open: DivFence[] = [];
  for (const child of node.children) {
    if (child.type !== 'divFence') pairDivs(child);
    else if (attributesOfDiv(child) !== null) open.push(child);
    else {
      const opening = open.pop();
      child.isPaired = opening !== undefined;
      if (opening !== undefined) opening.isPaired = true;
    }
  }
}

/** Nothing is left of a fence but a warning; what could be one and has no counterpart is text. */
export function fenceOf(fence: DivFence, reading: Reading): StoredNode[] {
  if (!fence.isPaired) return [paragraphOf([textOf(fence.value)])];
  const attributes = attributesOfDiv(fence);
  if (attributes !== null)
    reading.warnings.add(
      `A brief has no place for the block “${attributes}”: what it holds stands in the text.`,
    );
  return [];
}
