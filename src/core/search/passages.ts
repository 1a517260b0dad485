/** The passages of an article and the numbers that they have in the index. */
import type { ArticleContent } from '#domain/article.ts';

/**
 * A passage's id in the index is `article × PASSAGES_PER_ARTICLE + ordinal`: ids of an article lie together,
 * and a range of ids is a range of articles. Bounds: 65,536 passages of an article (`passagesOf` joins blocks
 * beyond that) and article ids below 2^37, so that every id is exact in a JavaScript number (2^53). The ids
 * are internal; what is known outside is article, version, start and end.
 */
export const PASSAGES_PER_ARTICLE = 65_536;
export const MAX_ARTICLE_ID = 2 ** 37 - 1;

/** Where a passage stands in its version's text, in UTF-16 units. */
export interface PassageRange {
  start: number;
  end: number;
}

export function passageId(articleId: number, ordinal: number): number {
  if (articleId > MAX_ARTICLE_ID || ordinal >= PASSAGES_PER_ARTICLE)
    throw new RangeError(`Article ${articleId}, passage ${ordinal}: beyond the bounds of the search index.`);
  return articleId * PASSAGES_PER_ARTICLE + ordinal;
}

export function articleOf(id: number): number {
  return Math.floor(id / PASSAGES_PER_ARTICLE);
}

export function ordinalOf(id: number): number {
  return id % PASSAGES_PER_ARTICLE;
}

/**
 * Each block is a passage; one that is longer than people write is parted into several, so that no search
 * has to read megabytes for an excerpt. Where there are more of them than ids, neighbours are joined. A text without blocks
 * is one passage, also when it is empty: the article is found by its title then.
 */
export function passagesOf(
  content: Pick<ArticleContent, 'text' | 'blocks'>,
  limit = PASSAGES_PER_ARTICLE,
): PassageRange[] {
  const blocks = content.blocks.filter(({ start, end }) => start < end);
  if (blocks.length === 0) blocks.push({ start: 0, end: content.text.length, role: 'paragraph' });
  const parts = blocks.flatMap((block) => parted(content.text, block));
  const joined = Math.ceil(parts.length / limit);
  const ranges: PassageRange[] = [];
  for (let first = 0; first < parts.length; first += joined)
    ranges.push({
      start: parts[first]!.start,
      end: parts[Math.min(first + joined, parts.length) - 1]!.end,
    });
  return ranges;
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
  return [...parts, { start: from, end }];
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

export function countRanges(packed: Buffer): number {
  return packed.length / RANGE_BYTES;
}

const RANGE_BYTES = 8;
