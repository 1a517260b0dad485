/**
 * Between the reader's DOM and offsets in an article's text. Every run of text is an element with
 * `data-start` (its UTF-16 offset) that holds one text node; nothing else in the reader is article text.
 */

export interface TextRange {
  start: number;
  end: number;
}

/** What of the article's text a DOM range covers; null where it covers none. Bounds may lie anywhere in the document. */
export function textRangeOf(root: HTMLElement, range: Range): TextRange | null {
  if (range.collapsed || !range.intersectsNode(root)) return null;
  const runs = runElements(root);
  const start = offsetAt(runs, range.startContainer, range.startOffset, 'start');
  const end = offsetAt(runs, range.endContainer, range.endOffset, 'end');
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The DOM range of a stretch of text; null where none of it is drawn. */
export function domRangeOf(root: HTMLElement, range: TextRange): Range | null {
  return rangeIn(runElements(root), range);
}

/** The same for many, in one look at the DOM. Ranges are live: each slows down every change of it. */
export function domRangesIn(root: HTMLElement): (range: TextRange) => Range | null {
  const runs = runElements(root);
  return (range) => rangeIn(runs, range);
}

function rangeIn(runs: HTMLElement[], { start, end }: TextRange): Range | null {
  const first = runs[firstIndex(runs, (run) => endOf(run) > start)];
  const last = runs[firstIndex(runs, (run) => endOf(run) >= end)] ?? runs.at(-1);
  if (first === undefined || last === undefined || startOf(first) >= end) return null;
  const range = document.createRange();
  range.setStart(first.firstChild!, Math.max(0, start - startOf(first)));
  range.setEnd(last.firstChild!, Math.max(0, Math.min(end, endOf(last)) - startOf(last)));
  return range;
}

function runElements(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')];
}

function startOf(run: HTMLElement): number {
  return Number(run.dataset['start']);
}

function endOf(run: HTMLElement): number {
  return startOf(run) + (run.firstChild as Text).length;
}

/** A bound inside a run is exact; elsewhere it moves inwards to the nearest run. */
function offsetAt(runs: HTMLElement[], node: Node, offset: number, side: 'start' | 'end'): number | null {
  const parent = node.parentElement;
  if (node.nodeType === Node.TEXT_NODE && parent?.dataset['start'] !== undefined && runs.includes(parent))
    return startOf(parent) + offset;
  const point = document.createRange();
  point.setStart(node, offset);
  const next = firstIndex(runs, (run) => point.comparePoint(run.firstChild!, 0) >= 0);
  if (side === 'start') return next < runs.length ? startOf(runs[next]!) : null;
  return next > 0 ? endOf(runs[next - 1]!) : null;
}

/** Index of the first run that satisfies `test`, which holds for all runs behind it; `runs.length` for none. */
function firstIndex(runs: HTMLElement[], test: (run: HTMLElement) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(runs[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
