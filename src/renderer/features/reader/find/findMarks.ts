/** Marks what was found in an article by CSS custom highlights: the DOM stays as it is. */
import { domRangesIn, type TextRange } from '../domRange.ts';

/** Named in the style sheet as `::highlight(article-found)` and `::highlight(article-found-here)`. */
const FOUND = 'article-found';
const HERE = 'article-found-here';
/** Matches marked at most, around the one that is shown. */
const MOST_MARKED = 2000;

/** Returns the range of the match that is shown; null where it is not drawn. */
export function markFound(body: HTMLElement, matches: readonly TextRange[], current: number): Range | null {
  const from = Math.max(0, Math.min(current - MOST_MARKED / 2, matches.length - MOST_MARKED));
  const ranges = matches.slice(from, from + MOST_MARKED).map(domRangesIn(body));
  const shown = ranges[current - from] ?? null;
  const all = new Highlight(
    ...ranges.filter((range) => range !== null && range !== shown).map((range) => range!),
  );
  all.priority = 2;
  const here = new Highlight(...(shown === null ? [] : [shown]));
  here.priority = 3;
  CSS.highlights.set(FOUND, all);
  CSS.highlights.set(HERE, here);
  return shown;
}

export function clearFound(): void {
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(HERE);
}

/** The first match that is not above the view; 0 where all are. */
export function firstInView(body: HTMLElement, view: HTMLElement, matches: readonly TextRange[]): number {
  const { top } = view.getBoundingClientRect();
  const rangeOf = domRangesIn(body);
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rangeOf(matches[middle]!)?.getBoundingClientRect().top ?? top) >= top) high = middle;
    else low = middle + 1;
  }
  return low < matches.length ? low : 0;
}
