import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { briefIdSchema, briefSchema, briefSettingsSchema, briefSummarySchema } from '#domain/brief.ts';
import { storedDocumentSchema } from '#domain/document/stored.ts';
import { snippetIdSchema, snippetSchema } from '#domain/snippet.ts';
import { command, query } from './operation.ts';

/** A `JsonText`, where the transport left it one. */
const jsonTextSchema = z
  .strictObject({ $json: z.string() })
  .transform(({ $json }, context): unknown => {
    try {
      return JSON.parse($json);
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no JSON.' });
      return z.NEVER;
    }
  })
  .pipe(storedDocumentSchema);

export const briefOperations = {
  /** Briefs, last edited first. */
  'briefs.list': query(z.object({}), z.array(briefSummarySchema)),
  'briefs.get': query(z.object({ id: briefIdSchema }), briefSchema),
  'briefs.create': command(
    briefSettingsSchema.partial().extend({ document: storedDocumentSchema.optional() }),
    briefSchema,
  ),
  /**
   * Stores the document, given as it is or as a `JsonText`. `revision` is the one that the editor started from: where the stored one is
   * newer the save fails with `conflict` and nothing is changed.
   */
  'briefs.save': command(
    z.object({
      id: briefIdSchema,
      revision: z.number().int().nonnegative(),
      document: z.union([storedDocumentSchema, jsonTextSchema]),
    }),
    z.object({ revision: z.number().int(), updatedAt: z.string() }),
  ),
  /**
   * Opens the brief that a PDF carries as a new one, with its pictures and its sources; those that the library has stay as
   * they are. Fails with `file_unreadable` where the file carries none.
   */
  'briefs.openPdf': command(
    z.object({ bytes: z.instanceof(Uint8Array), name: z.string().max(1000) }),
    z.object({
      briefId: briefIdSchema,
      title: z.string(),
      /** Sources that came with it, and those that were here. */
      added: z.number().int(),
      known: z.number().int(),
      warnings: z.array(z.string()),
    }),
  ),
  'briefs.updateSettings': command(
    z.object({ id: briefIdSchema, settings: briefSettingsSchema.partial() }),
    briefSummarySchema,
  ),
  /** Hides the brief from the list; `briefs.restore` brings it back. */
  'briefs.remove': command(z.object({ id: briefIdSchema }), z.object({})),
  'briefs.restore': command(z.object({ id: briefIdSchema }), briefSummarySchema),
};

export const snippetOperations = {
  /**
   * Keeps `text.slice(start, end)` of a version as a snippet. The words come from the library, never from the caller.
   * `pages` is the locator of the pages that it stands on, where the source has pages.
   */
  'snippets.create': command(
    z.object({
      articleId: articleIdSchema,
      versionId: z.number().int().positive(),
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
    }),
    snippetSchema.extend({ pages: z.string().nullable() }),
  ),
  /**
   * Where in the library words stand that came from another program, white space and kinds of quotation marks aside; null
   * where they stand nowhere, or are too few to be known again.
   */
  'snippets.locate': query(
    z.object({ text: z.string().max(20_000) }),
    z
      .object({
        articleId: articleIdSchema,
        versionId: z.number().int().positive(),
        title: z.string(),
        start: z.number().int().nonnegative(),
        end: z.number().int().positive(),
      })
      .nullable(),
  ),
  /** The snippets that exist among `ids`. */
  'snippets.get': query(z.object({ ids: z.array(snippetIdSchema).max(5000) }), z.array(snippetSchema)),
};
