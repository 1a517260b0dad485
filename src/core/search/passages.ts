/** The passages of an article. */
import type { ArticleContent } from '#domain/article.ts';

/** Where a passage stands in its version's text, in UTF-16 units. */
export interface PassageRange {
  start: number;
  end: number;
}

/**
 * Each block is a passage; one that is longer than people write is parted into several, so that no search
 * has to read megabytes for an excerpt. A text without blocks is one passage, also when it is empty: the article
 * is found by its title then.
 */
export function passagesOf(content: Pick<ArticleContent, 'text' | 'blocks'>): PassageRange[] {
  const blocks = content.blocks.filter(({ start, end }) => start < end);
  if (blocks.length === 0) return parted(content.text, { start: 0, end: content.text.length });
  return blocks.flatMap((block) => parted(content.text, block));
}

/** UTF-16 units of a passage: some three pages. */
const LONGEST = 8192;
/** How far a cut is moved to fall between words. */
const REACH = 200;

function parted(text: string, { start, end }: PassageRange): PassageRange[] {
  const parts: PassageRange[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const at = cutBefore(text, from + LONGEST);
    parts.push({ start: from, end: at });
    from = at;
  }
  parts.push({ start: from, end });
  return parts;
}

/** The end of the last word before `limit`; where there is none near, of the last character. */
function cutBefore(text: string, limit: number): number {
  for (let at = limit; at > limit - REACH; at -= 1) if (/\s/u.test(text[at - 1]!)) return at;
  const isWithin = (at: number): boolean => /^[\p{M}\uDC00-\uDFFF\u200D]/u.test(text[at]!);
  let at = limit;
  while (at > limit - REACH && isWithin(at)) at -= 1;
  return at;
}

/** Ranges as they are stored: start and end as 32-bit numbers, little-endian. */
export function packRanges(ranges: readonly PassageRange[]): Buffer {
  const packed = Buffer.alloc(ranges.length * RANGE_BYTES);
  for (const [ordinal, { start, end }] of ranges.entries()) {
    packed.writeUInt32LE(start, ordinal * RANGE_BYTES);
    packed.writeUInt32LE(end, ordinal * RANGE_BYTES + 4);
  }
  return packed;
}

export function unpackRange(packed: Buffer, ordinal: number): PassageRange {
  const at = ordinal * RANGE_BYTES;
  return { start: packed.readUInt32LE(at), end: packed.readUInt32LE(at + 4) };
}

const RANGE_BYTES = 8;
