/** Cuts text where ranges begin and end. */

export interface TextPart {
  text: string;
  /** It lies in one of the ranges. */
  marked: boolean;
}

/** The parts of `text` in order; `ranges` are [start, end) in UTF-16 units, in any order, and may overlap. */
export function splitByRanges(text: string, ranges: readonly (readonly [number, number])[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const push = (end: number, marked: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...ranges].toSorted((a, b) => a[0] - b[0])) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return parts;
}
