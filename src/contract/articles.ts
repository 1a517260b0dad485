import { z } from 'zod';
import { articleIdSchema, articleSchema, articleSummarySchema } from '#domain/article.ts';
import { cslItemSchema } from '#domain/csl.ts';
import { command, query } from './operation.ts';

export const articleOperations = {
  /** Articles, newest import first by default. */
  'articles.list': query(
    z.object({
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(100),
      sort: z.enum(['added', 'issued', 'title']).default('added'),
    }),
    z.object({ articles: z.array(articleSummarySchema), total: z.number().int() }),
  ),
  /** Summaries for the ids that the library holds, in the order asked for. */
  'articles.summaries': query(
    z.object({ ids: z.array(articleIdSchema).max(5000) }),
    z.array(articleSummarySchema),
  ),
  /** One article with its text; the latest version unless another is named. */
  'articles.get': query(
    z.object({ id: articleIdSchema, versionId: z.number().int().positive().optional() }),
    articleSchema,
  ),
  /** Replaces the metadata; the fields named in `accept` and all fields that changed become confirmed. */
  'articles.updateMetadata': command(
    z.object({
      id: articleIdSchema,
      csl: cslItemSchema,
      accept: z.array(cslItemSchema.keyof()).default([]),
    }),
    articleSummarySchema,
  ),
};
