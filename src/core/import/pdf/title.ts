/** The title that a document shows: the largest text near its start. */
import { textOf } from './lines.ts';
import type { Measures } from './measures.ts';
import type { Paragraph } from './paragraphs.ts';

/** A title is set larger than the body by this, times. */
const TITLE_SIZE = 1.2;
/** Paragraphs from the start among which the title stands. */
const WINDOW = 10;
const LONGEST = 300;

/** The largest text near the start; its lines where it is set as several paragraphs of one size. */
export function printedTitle(paragraphs: Paragraph[], { bodySize }: Measures): string | null {
  const near = paragraphs
    .slice(0, WINDOW)
    .filter(({ lines, role }) => lines[0]!.page <= paragraphs[0]!.lines[0]!.page + 1 && role !== 'table');
  const largest = Math.max(0, ...near.map(({ lines }) => lines[0]!.size));
  if (largest < bodySize * TITLE_SIZE) return null;
  const first = near.findIndex(({ lines }) => lines[0]!.size === largest);
  const parts: string[] = [];
  for (const { lines } of near.slice(first)) {
    if (Math.abs(lines[0]!.size - largest) > 0.5) break;
    parts.push(...lines.map((line) => textOf(line).trim()));
  }
  const title = parts.join(' ').replace(/\s+/gu, ' ').trim();
  return title.length > LONGEST || !/\p{L}/u.test(title) ? null : title;
}
