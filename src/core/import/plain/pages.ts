/** Traces of printed pages in a text: their numbers, and the heads that they repeat. */
import type { Line } from './lines.ts';

const PAGE_NUMBER =
  /^(?:[-–—]\s?)?(?:page\s+|p\.\s?|s\.\s?)?(\d{1,4})(?:\s?(?:\/|of)\s?\d{1,4})?(?:\s?[-–—])?$/iu;
/** UTF-16 units of the longest head of a page. */
const LONGEST_HEAD = 80;

/**
 * Lines without page numbers that rise through the text, and without the lines right behind them that the
 * pages repeat. A text with fewer than two such numbers has no pages.
 */
export function withoutPages(lines: Line[]): Line[] {
  const numbers = risingNumbers(lines);
  if (numbers.size < 2) return lines;
  const counts = new Map<string, number>();
  for (const { text } of lines)
    if (text.length <= LONGEST_HEAD) counts.set(text, (counts.get(text) ?? 0) + 1);
  return lines.filter(({ text }, at) => {
    if (numbers.has(at)) return false;
    const isHead = text.length <= LONGEST_HEAD && counts.get(text)! > 1;
    return !isHead || !(numbers.has(at - 1) || numbers.has(at + 1));
  });
}

/** Places of lines that are a number alone, each the successor of the one before it. */
function risingNumbers(lines: Line[]): Set<number> {
  const found: { at: number; number: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const number = line.gapBefore && line.gapAfter ? PAGE_NUMBER.exec(line.text)?.[1] : undefined;
    if (number !== undefined) found.push({ at, number: Number(number) });
  }
  const rising = found.filter(
    ({ number }, index) => found[index + 1]?.number === number + 1 || found[index - 1]?.number === number - 1,
  );
  return new Set(rising.map(({ at }) => at));
}
