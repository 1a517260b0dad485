/** What stands above the text of a document: its title, who wrote it, and when. */
import type { DraftBlock } from '../content/draft.ts';
import { blockText } from '../content/draft.ts';
import { readByline } from '../plain/byline.ts';
import { endsSentence, isLong, weigh } from '../plain/lines.ts';
import { type Found, offer, offerDate } from './found.ts';

/** Blocks from the start among which title and bylines stand. */
const WINDOW = 10;
const LONGEST_BYLINE = 160;

/** Sentences of a text whose paragraphs are all short have so many words or more. */
const SHORT_PARAGRAPH = 8;

/** Where the first paragraph of the text is; −1 where there is none. */
export function startOfText(blocks: readonly DraftBlock[]): number {
  const long = blocks.findIndex((block) => block.role !== 'caption' && isLong(blockText(block)));
  if (long !== -1) return long;
  return blocks.findIndex((block) => {
    const text = blockText(block).trim();
    return block.role === 'paragraph' && weigh(text) >= SHORT_PARAGRAPH && endsSentence(text);
  });
}

/** Takes the title, bylines and dates off the top; names and dates count where the file's own metadata did not say. */
export function withoutFront(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const title = folded(found.csl.title ?? '');
  const end = Math.min(Math.max(startOfText(blocks), 0), WINDOW);
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
    const byline =
      text.length > LONGEST_BYLINE ? null : readByline(text, titleSeen && block.role !== 'heading');
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

/** Letters and digits alone, for comparing. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
