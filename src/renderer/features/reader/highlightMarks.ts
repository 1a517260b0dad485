/** Draws highlights by CSS custom highlights: the DOM of the text stays as it is. */
import type { PlacedHighlight } from '#contract/annotations.ts';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '#domain/highlight.ts';
import { domRangeOf, type TextRange } from './domRange.ts';

/** What the colours are called. Each also has a line of its own below the words, for those who see no colours. */
export const COLOUR_NAMES: Record<HighlightColour, string> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  rose: 'Rose',
  violet: 'Violet',
};

const nameOf = (colour: HighlightColour): string => `reader-${colour}`;

/** Draws these highlights and no others. */
export function drawHighlights(body: HTMLElement, highlights: readonly PlacedHighlight[]): void {
  for (const colour of HIGHLIGHT_COLOURS) {
    const ranges = highlights.flatMap((highlight) =>
      highlight.colour === colour && highlight.place !== null
        ? (domRangeOf(body, highlight.place) ?? [])
        : [],
    );
    if (ranges.length === 0) CSS.highlights.delete(nameOf(colour));
    else {
      const drawn = new Highlight(...ranges);
      // Below the passage and the words that a search found.
      drawn.priority = -1;
      CSS.highlights.set(nameOf(colour), drawn);
    }
  }
}

export function clearHighlights(): void {
  for (const colour of HIGHLIGHT_COLOURS) CSS.highlights.delete(nameOf(colour));
}

/** The highlight at a point of the window; the shortest where several lie over each other. */
export function highlightAt(
  body: HTMLElement,
  highlights: readonly PlacedHighlight[],
  { clientX, clientY }: { clientX: number; clientY: number },
): PlacedHighlight | null {
  const hit = highlights.filter(({ place }) => {
    const boxes = place === null ? [] : [...(domRangeOf(body, place)?.getClientRects() ?? [])];
    return boxes.some(
      ({ left, right, top, bottom }) =>
        left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
    );
  });
  return hit.toSorted((a, b) => lengthOf(a.place!) - lengthOf(b.place!))[0] ?? null;
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}
