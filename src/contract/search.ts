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
  /** Ranges of matched words in `title`. */
  titleMatches: z.array(rangeSchema),
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

/** An article with matches: how many of its passages match, and the best of them (at most three), best first. */
const articleHitSchema = passageHitSchema
  .pick({
    articleId: true,
    versionId: true,
    title: true,
    titleMatches: true,
    publication: true,
    issued: true,
  })
  .extend({ count: z.number().int(), passages: z.array(passageHitSchema) });
export type ArticleHit = z.infer<typeof articleHitSchema>;

const facetSchema = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.number().int() }));

const searchOutputSchema = z.object({
  /** Where passages are asked for. */
  hits: z.array(passageHitSchema),
  /** Where articles are asked for. */
  articles: z.array(articleHitSchema),
  /** What is being paged through: passages, or articles where those are asked for. */
  total: z.number().int(),
  /** Matching passages in all. */
  passages: z.number().int(),
  /** Articles with a match in all. */
  articleCount: z.number().int(),
  /** Articles with a match, counted by each property under the choices made in the others. */
  facets: z.object({
    publications: facetSchema(z.string()),
    years: facetSchema(z.number().int()),
    languages: facetSchema(z.string()),
    types: facetSchema(z.string()),
    tags: facetSchema(z.string()),
  }),
  /** What of the query could not be read, or names nothing in the library; null where it was understood. */
  problem: z.string().nullable(),
  /** The query with words that the library holds in place of those that no article has. */
  didYouMean: z
    .object({ query: z.string(), words: z.array(z.object({ from: z.string(), to: z.string() })) })
    .nullable(),
});
export type SearchOutput = z.infer<typeof searchOutputSchema>;

/** How far the index is: `building` from nothing, `updating` while it follows changes. Searches find what is indexed. */
export const searchStatusSchema = z.object({
  indexed: z.number().int(),
  total: z.number().int(),
  ready: z.boolean(),
  state: z.enum(['ready', 'building', 'updating']),
});
export type SearchStatus = z.infer<typeof searchStatusSchema>;

/** One way to go on with a query: `insert` in place of the text from `from` to `to`. */
const completionSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  insert: z.string(),
  label: z.string(),
  kind: z.enum(['word', 'field', 'value']),
  /** Passages that hold the word, or articles with the value; null where that is not known. */
  count: z.number().int().nullable(),
});
export type Completion = z.infer<typeof completionSchema>;

/** A source that could be cited. */
const sourceSchema = z.object({
  articleId: articleIdSchema,
  title: z.string(),
  /** Who wrote it, as `authorLine` has it. */
  author: z.string().nullable(),
  year: z.number().int().nullable(),
  publication: z.string().nullable(),
  citationKey: z.string().nullable(),
  /** It is one of those that the brief cites already. */
  cited: z.boolean(),
  /** Where the words were found, if not in what the source is called. */
  passage: passageHitSchema
    .pick({ versionId: true, start: true, end: true, excerpt: true, highlights: true })
    .nullable(),
});
export type SuggestedSource = z.infer<typeof sourceSchema>;

const querySchema = z.string().max(2000);

export const searchOperations = {
  /** Passages that match, best first (BM25) or newest first, or their articles. An empty query finds nothing. */
  'search.passages': query(
    z.object({
      query: querySchema,
      sort: z.enum(['best', 'newest']).default('best'),
      group: z.enum(['passage', 'article']).default('passage'),
      publications: z.array(z.string()).optional(),
      years: z.array(z.number().int()).optional(),
      languages: z.array(z.string()).optional(),
      types: z.array(z.string()).optional(),
      tags: z.array(z.string()).optional(),
      /** Searches within these articles only. */
      articleIds: z.array(articleIdSchema).optional(),
      /** Articles that `is:` takes for unread: what was found and is read must not vanish from under its reader. */
      asUnread: z.array(articleIdSchema).max(5000).optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    searchOutputSchema,
  ),
  /** What could be typed at the caret. */
  'search.complete': query(
    z.object({ query: querySchema, caret: z.number().int().nonnegative() }),
    z.object({ items: z.array(completionSchema) }),
  ),
  /**
   * Sources to cite, while their author, title, year, citation key or words of a passage are being typed: first those
   * of `cited`, the brief's own, then those whose author or title begins so, then others, then passages. Without
   * a query the brief's own and what was read or added last.
   */
  'search.sources': query(
    z.object({
      query: z.string().max(500),
      /** The latest first. */
      cited: z.array(articleIdSchema).max(5000).default([]),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    z.object({ sources: z.array(sourceSchema) }),
  ),
  /** Passages that are about the same as a text, best first. */
  'search.related': query(
    z.object({
      text: z.string().max(20_000),
      excludeArticleIds: z.array(articleIdSchema).optional(),
      limit: z.number().int().min(1).max(50).default(10),
    }),
    z.object({ hits: z.array(passageHitSchema) }),
  ),
  'search.status': query(z.object({}), searchStatusSchema),
};
