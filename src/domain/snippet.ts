/** A snippet: an exact quote, kept as a W3C Web Annotation selector pair on one version of an article. */
import { z } from 'zod';
import { articleIdSchema } from './article.ts';

/** Characters of context kept on each side of a quote (TextQuoteSelector prefix and suffix). */
export const CONTEXT_LENGTH = 32;

export const snippetIdSchema = z.number().int().positive();

/** TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end). */
export const snippetSchema = z.object({
  id: snippetIdSchema,
  articleId: articleIdSchema,
  /** The version of the article's text that the offsets refer to. */
  versionId: z.number().int().positive(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** UTF-16 offsets in the version's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  createdAt: z.string(),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** The selector pair for `text.slice(start, end)`. Throws RangeError where the range holds no text. */
export function selectQuote(
  text: string,
  start: number,
  end: number,
): Pick<Snippet, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> {
  if (start < 0 || end > text.length || start >= end || text.slice(start, end).trim() === '')
    throw new RangeError(`No text to quote between ${start} and ${end}.`);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}
