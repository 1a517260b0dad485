/** The words of a source around a quote: whole paragraphs, cut at sentences where they are long. */
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import { LEFT_OUT, squeeze } from '#domain/quotation.ts';
import { wellFormed } from '../languages.ts';

/** A stretch of the source, or the sign for what is left out of it. */
interface Stretch {
  text: string;
  quoted: boolean;
}
/** A paragraph of the source. */
export type Passage = Stretch[];

interface Range {
  start: number;
  end: number;
}

/** UTF-16 units of context on a side that are not cut. */
const MOST = 420;
/** Where a paragraph shows less on a side of the quote, its neighbour there is shown, too. */
const LEAST = 120;
/** What is read beyond the cut to know where sentences begin and end. */
const BEYOND = 1000;

/**
 * The paragraphs that hold the range of the text, in order. The quoted words are never cut. `language` (BCP 47) is that
 * of the source.
 */
export function contextOf(
  { text, blocks }: Pick<ArticleContent, 'text' | 'blocks'>,
  quote: Range,
  language: string,
): Passage[] {
  const around = surrounding(text, blocks, quote);
  const [first, last] = [around[0]!, around.at(-1)!];
  const tag = wellFormed(language);
  const from = beginning(text, first.start, quote.start, tag);
  const to = ending(text, quote.end, last.end, tag);
  return around.flatMap((block): Passage[] => {
    const start = Math.max(block.start, from);
    const end = Math.min(block.end, to);
    const own = stretches(text, { start, end }, quote);
    if (own.length === 0) return [];
    if (start > block.start) own.unshift({ text: `${LEFT_OUT} `, quoted: false });
    if (end < block.end) own.push({ text: ` ${LEFT_OUT}`, quoted: false });
    return [own];
  });
}

/** The blocks that hold the quote, with neighbours where it begins or ends one; the whole text where they do not. */
function surrounding(text: string, blocks: readonly ArticleBlock[], { start, end }: Range): Range[] {
  let first = blocks.findIndex((block) => block.end > start && block.start < end);
  let last = blocks.findLastIndex((block) => block.end > start && block.start < end);
  const within = first === -1 ? [] : blocks.slice(first, last + 1);
  const inBlocks = within.map((block) => text.slice(Math.max(block.start, start), Math.min(block.end, end)));
  if (within.length === 0 || squeeze(inBlocks.join(' ')) !== squeeze(text.slice(start, end)))
    return [{ start: 0, end: text.length }];
  const isNote = blocks[first]!.role === 'note';
  const joins = (block: ArticleBlock | undefined): block is ArticleBlock =>
    block !== undefined && (block.role === 'note') === isNote;
  const [before, after] = [blocks[first - 1], blocks[last + 1]];
  if (start - blocks[first]!.start < LEAST && joins(before)) first -= 1;
  // A heading says what follows it is about.
  if (blocks[last]!.end - end < LEAST && joins(after) && after.role !== 'heading') last += 1;
  return blocks.slice(first, last + 1);
}

/** Where the context begins: a sentence, else a word. */
function beginning(text: string, floor: number, start: number, language: string): number {
  const earliest = start - MOST;
  if (earliest <= floor) return floor;
  const from = Math.max(floor, earliest - BEYOND);
  const starts = (granularity: 'sentence' | 'word'): number | undefined =>
    bounds(text.slice(from, start), language, granularity)
      .map(({ start: at }) => from + at)
      .find((at) => at >= earliest && at > from);
  return starts('sentence') ?? starts('word') ?? start;
}

/** Where the context ends: with a sentence, else with a word. */
function ending(text: string, end: number, ceiling: number, language: string): number {
  const latest = end + MOST;
  if (latest >= ceiling) return ceiling;
  const to = Math.min(ceiling, latest + BEYOND);
  const ends = (granularity: 'sentence' | 'word'): number | undefined =>
    bounds(text.slice(end, to), language, granularity)
      .map(({ end: at }) => end + at)
      .findLast((at) => at <= latest && at < to);
  return ends('sentence') ?? ends('word') ?? end;
}

/** Sentences or words of a text, without the white space around them. */
function bounds(text: string, language: string, granularity: 'sentence' | 'word'): Range[] {
  return Array.from(segmenterOf(language, granularity).segment(text), ({ segment, index, isWordLike }) => {
    const start = index + segment.length - segment.trimStart().length;
    return isWordLike === false ? null : { start, end: start + segment.trim().length };
  }).filter((range): range is Range => range !== null && range.end > range.start);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

/** A range of the text as what stands before, in, and behind the quote. */
function stretches(text: string, { start, end }: Range, quote: Range): Passage {
  const [from, to] = [clamp(quote.start, start, end), clamp(quote.end, start, end)];
  const parts = [
    { text: text.slice(start, from), quoted: false },
    { text: text.slice(from, to), quoted: true },
    { text: text.slice(to, end), quoted: false },
  ];
  return parts.filter((part) => part.text !== '');
}

function clamp(at: number, least: number, most: number): number {
  return Math.max(least, Math.min(at, Math.max(least, most)));
}
