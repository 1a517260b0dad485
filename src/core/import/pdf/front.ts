/** What stands above the text of a document: its title, who wrote it, and when. */
import type { DraftBlock } from '../content/draft.ts';
import { blockText } from '../content/draft.ts';
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { readByline } from '../plain/byline.ts';
import { isLong } from '../plain/lines.ts';
import { textOf } from './lines.ts';
import type { Measures } from './measures.ts';
import { folded } from './metadata.ts';
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

/** Takes the title, bylines and dates off the top; names and dates count where the file's own metadata did not say. */
export function withoutFront(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const title = folded(found.csl.title ?? '');
  const firstLong = blocks.findIndex((block) => isLong(blockText(block)));
  const end = Math.min(firstLong === -1 ? 0 : firstLong, WINDOW);
  let titleSeen = false;
  const kept = blocks.filter((block, index) => {
    if (index >= end) return true;
    const text = blockText(block).trim();
    const own = folded(text);
    if (own !== '' && (own === title || (own.length > 12 && title.includes(own)))) {
      titleSeen = true;
      return false;
    }
    if (block.role === 'caption' || block.role === 'table' || block.role === 'list-item') return true;
    const byline = text.length > 160 ? null : readByline(text, titleSeen && block.role !== 'heading');
    if (byline === null) return true;
    offer(found, 'author', byline.authors);
    offerDate(found, 'issued', byline.date, byline.printedDate);
    return false;
  });
  return carryPages(blocks, kept);
}

/** Pages that begin in what is taken off begin with what is left. */
function carryPages(blocks: DraftBlock[], kept: DraftBlock[]): DraftBlock[] {
  const [first] = kept;
  if (first === undefined) return kept;
  const gone = blocks
    .slice(0, blocks.indexOf(first))
    .flatMap(({ runs }) => runs.filter((run) => run.page !== undefined));
  const page = gone.at(-1);
  return page === undefined ? kept : [{ ...first, runs: [page, ...first.runs] }, ...kept.slice(1)];
}
