import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { query } from './operation.ts';

const rangeSchema = z.tuple([z.number().int(), z.number().int()]);

/** One passage that a search found. */
const passageHitSchema = z.object({
  articleId: articleIdSchema,
  versionId: z.number().int().positive(),
  /** UTF-16 range of the passage in the version's text. */
  start: z.number().int(),
  end: z.number().int(),
  title: z.string(),
  publication: z.string().nullable(),
  /** ISO date as precise as known. */
  issued: z.string().nullable(),
  /** The part of the passage to show, cut at words; `…` where it was cut. */
  excerpt: z.string(),
  /** Ranges of matched words in `excerpt`. */
  highlights: z.array(rangeSchema),
  /** Ranges of matched words in the version's text, inside the passage. */
  matches: z.array(rangeSchema),
});
export type PassageHit = z.infer<typeof passageHitSchema>;

const facetSchema = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.number().int() }));

const searchOutputSchema = z.object({
  hits: z.array(passageHitSchema),
  /** Matching passages in all. */
  total: z.number().int(),
  /** Articles with a match, counted by publication name and by year, under the other filters. */
  facets: z.object({
    publications: facetSchema(z.string()),
    years: facetSchema(z.number().int()),
  }),
});
export type SearchOutput = z.infer<typeof searchOutputSchema>;

export const searchOperations = {
  /** Passages that match, best first (BM25). An empty query finds nothing. */
  'search.passages': query(
    z.object({
      query: z.string().max(2000),
      publications: z.array(z.string()).optional(),
      years: z.array(z.number().int()).optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    searchOutputSchema,
  ),
  /** Whether the index is ready; while it is being rebuilt, searches find what is indexed so far. */
  'search.status': query(
    z.object({}),
    z.object({ indexed: z.number().int(), total: z.number().int(), ready: z.boolean() }),
  ),
};
