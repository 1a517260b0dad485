import { z } from 'zod';
import { articleIdSchema, articleSummarySchema } from '#domain/article.ts';
import { command, query } from './operation.ts';

const duplicatePairSchema = z.object({
  id: z.number().int().positive(),
  /** `address`: both have the same URL or DOI; `text`: their texts have much in common. */
  reason: z.enum(['address', 'text']),
  /** Share of the word sequences of both that both have, 0 to 1. */
  similarity: z.number(),
  /** The one that was imported first comes first. */
  articles: z.tuple([articleSummarySchema, articleSummarySchema]),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

export const duplicateOperations = {
  /** Pairs of articles that may be one, most alike first; none of them is in the trash. */
  'duplicates.list': query(
    z.object({
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    z.object({ pairs: z.array(duplicatePairSchema), total: z.number().int() }),
  ),
  /**
   * `keep`: both stay, and the pair is not offered again. `merge` and `version` make one article of them, the one
   * with the id `articleId`: it takes over versions, quotes, citations, highlights, notes, tags and collections of
   * the other, which is gone. With `merge` its text stays the latest version, with `version` the other's becomes it.
   * Returns how many pairs are left, and the name under which `organise.undo` takes the decision back.
   */
  'duplicates.resolve': command(
    z.object({
      id: z.number().int().positive(),
      decision: z.enum(['keep', 'merge', 'version']),
      articleId: articleIdSchema,
    }),
    z.object({ total: z.number().int(), undo: z.string() }),
  ),
};
