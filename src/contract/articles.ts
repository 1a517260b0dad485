import { z } from 'zod';
import { articleIdSchema, articleSchema, articleSummarySchema } from '#domain/article.ts';
import { cslFieldSchema, cslItemSchema } from '#domain/csl.ts';
import { gradeSchema } from '#domain/grade.ts';
import { command, query } from './operation.ts';
import { changedSchema, MOST_IDS, scopeSchema, targetSchema, VIEWS } from './organise.ts';

/** `added`, `issued`: newest first unless asked otherwise; the others: A first. What lacks the field comes last. */
export const ARTICLE_SORTS = ['added', 'issued', 'title', 'author', 'publisher'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

const listSchema = scopeSchema.extend({
  sort: z.enum(ARTICLE_SORTS).default('added'),
  direction: z.enum(['ascending', 'descending']).optional(),
  /**
   * Articles that stay in the list although they have left the view: what is read must not vanish from under
   * the reader of the unread. Trashed ones leave all the same.
   */
  keep: z.array(articleIdSchema).max(5000).default([]),
  offset: z.number().int().nonnegative().default(0),
});
const total = z.number().int().nonnegative();

/** The fields of many articles that can be set at once; null takes a field away. */
const editSchema = z
  .object({
    type: cslItemSchema.shape.type,
    publisher: cslItemSchema.shape.publisher.unwrap().max(1000).nullable(),
    'container-title': cslItemSchema.shape['container-title'].unwrap().max(1000).nullable(),
    language: cslItemSchema.shape.language.unwrap().max(100).nullable(),
    issued: cslItemSchema.shape.issued.unwrap().nullable(),
    accessed: cslItemSchema.shape.accessed.unwrap().nullable(),
    reliability: gradeSchema.shape.reliability,
    credibility: gradeSchema.shape.credibility,
  })
  .partial();
export type ArticleEdit = z.output<typeof editSchema>;

/** Why an article cannot be deleted for good. */
const keptSchema = z.object({
  id: articleIdSchema,
  title: z.string(),
  /** Titles of the briefs that cite it; empty where only a snippet quotes it. */
  briefs: z.array(z.string()),
});
export type KeptArticle = z.infer<typeof keptSchema>;

export const articleOperations = {
  /** A part of the library, newest import of all by default. */
  'articles.list': query(
    listSchema.extend({ limit: z.number().int().min(1).max(1000).default(100) }),
    z.object({ articles: z.array(articleSummarySchema), total }),
  ),
  /** The ids of a stretch of the same list. */
  'articles.ids': query(
    listSchema.extend({ limit: z.number().int().min(1).max(MOST_IDS) }),
    z.object({ ids: z.array(articleIdSchema), total }),
  ),
  /** How many articles each view holds. */
  'articles.counts': query(z.object({}), z.record(z.enum(VIEWS), total)),
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
  /**
   * Replaces the metadata; the fields named in `accept` and all fields that changed become confirmed. A `citation-key`
   * becomes the article's: `invalid_input` for what is none, `conflict` for that of another article.
   */
  'articles.updateMetadata': command(
    z.object({
      id: articleIdSchema,
      csl: cslItemSchema,
      accept: z.array(cslFieldSchema).default([]),
    }),
    z.object({ article: articleSummarySchema, undo: changedSchema.shape.undo }),
  ),
  'articles.star': command(z.object({ target: targetSchema, starred: z.boolean() }), changedSchema),
  'articles.markRead': command(z.object({ target: targetSchema, read: z.boolean() }), changedSchema),
  /** Into the trash: out of every list and search, but still in the briefs that cite it. */
  'articles.trash': command(z.object({ target: targetSchema }), changedSchema),
  'articles.restore': command(z.object({ target: targetSchema }), changedSchema),
  /** Sets fields of many articles; they become confirmed. */
  'articles.edit': command(z.object({ target: targetSchema, fields: editSchema }), changedSchema),
  /**
   * Deletes articles for good, with their versions, highlights and original files; of the target only what is
   * in the trash. What a brief cites or a snippet quotes is kept, and told: the first 100 by name.
   */
  'articles.purge': command(
    z.object({ target: targetSchema }),
    z.object({ purged: total, kept: total, keptArticles: z.array(keptSchema) }),
  ),
};
