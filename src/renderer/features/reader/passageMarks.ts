/** Marks a passage in the reader and the words found in it, by CSS custom highlights: the DOM stays as it is. */
import { domRangeOf } from './domRange.ts';

const PASSAGE = 'reader-passage';
const MATCH = 'reader-match';

interface Marks {
  range?: { start: number; end: number } | undefined;
  matches?: [number, number][] | undefined;
}

/** Marks the passage and brings it into view. */
export function showPassage(body: HTMLElement, { range, matches = [] }: Marks): void {
  clearPassage();
  const passage = range === undefined ? null : domRangeOf(body, range);
  const words = matches
    .map(([start, end]) => domRangeOf(body, { start, end }))
    .filter((word) => word !== null);
  if (passage !== null) CSS.highlights.set(PASSAGE, new Highlight(passage));
  if (words.length > 0) {
    const highlight = new Highlight(...words);
    highlight.priority = 1;
    CSS.highlights.set(MATCH, highlight);
  }
  const target = passage ?? words[0];
  target?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

export function clearPassage(): void {
  CSS.highlights.delete(PASSAGE);
  CSS.highlights.delete(MATCH);
}
