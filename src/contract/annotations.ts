import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { briefIdSchema } from '#domain/brief.ts';
import { cslNameSchema } from '#domain/csl.ts';
import { credibilitySchema, gradeSchema, reliabilitySchema } from '#domain/grade.ts';
import { highlightSchema, HIGHLIGHT_COLOURS } from '#domain/highlight.ts';
import { command, query } from './operation.ts';

const versionId = z.number().int().positive();
const highlightId = z.number().int().positive();
const highlightNote = z.string().max(20_000);

const placedHighlightSchema = highlightSchema.extend({
  /**
   * Where its words stand in the version asked for; null where they are gone from it, or stand there more
   * than once and nothing tells which it was.
   */
  place: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  /** Its words were edited: those at the place are not exactly its own. */
  edited: z.boolean(),
});
export type PlacedHighlight = z.infer<typeof placedHighlightSchema>;

const citedPlaceSchema = z.object({
  /** Place among the citations of the brief in document order, from 0. */
  cluster: z.number().int().nonnegative(),
  /** The id that stands in the brief: another one where the article that it cites was merged into this one. */
  articleId: articleIdSchema,
  /** `quote`: the words of the article stand in the brief; `citation`: the brief's own words cite it. */
  kind: z.enum(['quote', 'citation']),
  /** The sentence around the citation, or the quote; cut at words where it is long. */
  text: z.string(),
  /** Where in `text` the citation stands, in UTF-16 units. */
  at: z.number().int().nonnegative(),
});
export type CitedPlace = z.infer<typeof citedPlaceSchema>;

const citedInSchema = z.array(
  z.object({
    briefId: briefIdSchema,
    title: z.string(),
    language: z.string(),
    updatedAt: z.string(),
    places: z.array(citedPlaceSchema),
  }),
);
export type CitedIn = z.infer<typeof citedInSchema>;

const articleVersionSchema = z.object({
  id: versionId,
  /** When it was imported, ISO 8601 UTC. */
  createdAt: z.string(),
  originalName: z.string(),
  words: z.number().int(),
  /** It is what the library shows and searches. */
  latest: z.boolean(),
});
export type ArticleVersion = z.infer<typeof articleVersionSchema>;

export const annotationOperations = {
  /** All highlights of an article in the order of their places, those without a place last. */
  'highlights.list': query(
    z.object({ articleId: articleIdSchema, versionId: versionId.optional() }),
    z.array(placedHighlightSchema),
  ),
  /** Keeps `text.slice(start, end)` of a version as a highlight. */
  'highlights.create': command(
    z.object({
      articleId: articleIdSchema,
      versionId,
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      colour: z.enum(HIGHLIGHT_COLOURS),
      note: highlightNote.default(''),
    }),
    highlightSchema,
  ),
  'highlights.update': command(
    z.object({
      id: highlightId,
      colour: z.enum(HIGHLIGHT_COLOURS).optional(),
      note: highlightNote.optional(),
    }),
    highlightSchema,
  ),
  /** `undo` is for `organise.undo`: the highlight comes back as it was, under its id. */
  'highlights.remove': command(z.object({ id: highlightId }), highlightSchema.extend({ undo: z.string() })),

  'notes.get': query(z.object({ articleId: articleIdSchema }), z.object({ text: z.string() })),
  /**
   * Stores the notes on an article. `before` is the text that the writer started from: where another one is
   * stored the save fails with `conflict` and nothing is changed.
   */
  'notes.save': command(
    z.object({ articleId: articleIdSchema, text: z.string().max(1_000_000), before: z.string() }),
    z.object({}),
  ),

  /** Grades articles on the axes that are given; null takes a judgement back. Returns the grades before. */
  'grades.set': command(
    z.object({
      ids: z.array(articleIdSchema).min(1).max(100_000),
      reliability: reliabilitySchema.nullable().optional(),
      credibility: credibilitySchema.nullable().optional(),
    }),
    z.array(gradeSchema.extend({ id: articleIdSchema })),
  ),

  /** Reads a name, or a list of names as people write them: `Kim, Minji; van der Berg, Ada`, one a line, … */
  'names.read': query(
    z.object({ text: z.string().max(100_000), language: z.string().max(100).optional() }),
    z.array(cslNameSchema),
  ),

  /** The briefs that cite an article, last edited first, each with its sentences. Removed briefs do not count. */
  'articles.citedIn': query(z.object({ id: articleIdSchema }), citedInSchema),
  /** The versions of an article's text, newest first. */
  'articles.versions': query(z.object({ id: articleIdSchema }), z.array(articleVersionSchema)),
};
