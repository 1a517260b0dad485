/** An article: one source in the library, its metadata, and the text that quotes are taken from. */
import { z } from 'zod';
import { cslFieldSchema, cslItemSchema } from './csl.ts';
import { gradeSchema } from './grade.ts';

export const articleIdSchema = z.number().int().positive();

/** What a stretch of an article is. `note` is a footnote or endnote of the article itself. */
const BLOCK_ROLES = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'table',
  'caption',
  'code',
  'note',
] as const;

const range = {
  /** Offset of the first UTF-16 unit in the version's text. */
  start: z.number().int().nonnegative(),
  /** Offset behind the last UTF-16 unit. */
  end: z.number().int().nonnegative(),
};

const tableCellSchema = z.object({ ...range, header: z.boolean().optional() });

/**
 * One block of an article, as a range of its text. Blocks are in reading order, do not overlap, and are
 * parted by "\n\n" in the text.
 */
const articleBlockSchema = z.object({
  ...range,
  role: z.enum(BLOCK_ROLES),
  /** Heading level 1–6, or nesting depth of a list item from 1. */
  level: z.number().int().min(1).max(6).optional(),
  /** A list item's own number where the list is ordered; a note's label. */
  label: z.string().optional(),
  /** Label of the note that this note's "Ibid." stands for. */
  sameAs: z.string().optional(),
  /** A table's cells: ranges inside the block, cells parted by "\t" and rows by "\n" in the text. */
  rows: z.array(z.array(tableCellSchema)).optional(),
});
export type ArticleBlock = z.infer<typeof articleBlockSchema>;

/** Where the text carries a note marker. The marker itself is not part of the text. */
const noteRefSchema = z.object({
  /** The marker stands before the UTF-16 unit at this offset. */
  offset: z.number().int().nonnegative(),
  /** The label of the note, as in its block. */
  label: z.string(),
});

/** Emphasis and links of the source, for the reader only. */
const textMarkSchema = z.object({
  ...range,
  type: z.enum(['bold', 'italic', 'link']),
  url: z.string().optional(),
});

/** Where a page of the source begins in the text, and what it is called there (`iv`, `12`): a locator. */
const pageSchema = z.object({ offset: z.number().int().nonnegative(), label: z.string() });

/** The readable text of one version of an article, exactly as quotes refer to it. */
export const articleContentSchema = z.object({
  text: z.string(),
  blocks: z.array(articleBlockSchema),
  noteRefs: z.array(noteRefSchema),
  marks: z.array(textMarkSchema),
  /** In order of offsets; absent where the source has no pages. */
  pages: z.array(pageSchema).optional(),
});
export type ArticleContent = z.infer<typeof articleContentSchema>;

/** The metadata of an article and how sure we are of it. */
const articleMetadataSchema = z.object({
  csl: cslItemSchema,
  /** CSL fields that were inferred and that no analyst has accepted yet. */
  unconfirmed: z.array(cslFieldSchema),
  /** ISO date before which the article cannot have appeared (the latest access date in its notes). */
  issuedNotBefore: z.string().nullable(),
  /** The file holds only a part of the article. */
  excerpt: z.boolean(),
});
export type ArticleMetadata = z.infer<typeof articleMetadataSchema>;

/** An article as lists show it. */
export const articleSummarySchema = articleMetadataSchema.extend({
  id: articleIdSchema,
  /** Same as `csl.title`. */
  title: z.string(),
  /** When it was imported, ISO 8601 UTC. */
  addedAt: z.string(),
  /** The latest version of its text. */
  versionId: z.number().int().positive(),
  words: z.number().int().nonnegative(),
  starred: z.boolean(),
  read: z.boolean(),
  /** In the trash: lists and searches leave it out; briefs that cite it go on citing it. */
  trashed: z.boolean(),
  grade: gradeSchema,
  /** Names of its tags, in alphabetical order. */
  tags: z.array(z.string()),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** An article with the text of one of its versions. */
export const articleSchema = articleSummarySchema.extend({
  content: articleContentSchema,
  /** SHA-256 of the original file, hex. */
  originalSha256: z.string(),
  /** Name of the file as it was imported. */
  originalName: z.string(),
});
export type Article = z.infer<typeof articleSchema>;

/** The publication to name beside a title: where it appeared, else who published it. */
export function publicationName(metadata: Pick<ArticleMetadata, 'csl'>): string | null {
  return metadata.csl['container-title'] ?? metadata.csl.publisher ?? null;
}

/** The label of the page that holds the UTF-16 unit at `offset`; null where the source has no pages. */
export function pageAt({ pages = [] }: Pick<ArticleContent, 'pages'>, offset: number): string | null {
  return pages.findLast((page) => page.offset <= offset)?.label ?? null;
}

/** The labels of the pages that a range of the text begins and ends on, as a locator: `12` or `12–13`. */
export function pagesOf(
  content: Pick<ArticleContent, 'pages'>,
  { start, end }: { start: number; end: number },
): string | null {
  const first = pageAt(content, start);
  const last = pageAt(content, end - 1);
  return first === null || last === null || first === last ? (first ?? last) : `${first}–${last}`;
}

/**
 * Counts words as whitespace-separated tokens; text with scripts that do not part words by spaces is cut
 * by `Intl.Segmenter`.
 */
export function countWords(text: string): number {
  if (!FIRST_SPACELESS.test(text) || !SPACELESS_SCRIPT.test(text)) return countTokens(text);
  let words = 0;
  for (const segment of segmenter().segment(text)) if (segment.isWordLike === true) words += 1;
  return words;
}

/** The runs of characters between white space, as `/\S+/g` finds them: three times as fast. */
export function countTokens(text: string): number {
  let tokens = 0;
  let isSpaceBefore = 1;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = SPACES[text.charCodeAt(at)]!;
    tokens += isSpaceBefore & (isSpace ^ 1);
    isSpaceBefore = isSpace;
  }
  return tokens;
}

/** One for each UTF-16 unit that `\s` matches. */
const SPACES = new Uint8Array(0x10000);
for (const space of '\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF')
  SPACES[space.charCodeAt(0)] = 1;
SPACES.fill(1, 0x2000, 0x200b);

/** Told in a moment: no script without spaces lies below. */
const FIRST_SPACELESS = /[\u0E00-\uFFFF]/;
const SPACELESS_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
let wordSegmenter: Intl.Segmenter | undefined;
function segmenter(): Intl.Segmenter {
  wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return wordSegmenter;
}
