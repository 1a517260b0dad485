import { z } from 'zod';
import { citationClusterSchema, richTextSchema } from '#domain/citation.ts';
import { command, query } from './operation.ts';

const styleId = z.string().min(1);

const styleSchema = z.object({
  /** As a brief stores it. */
  id: z.string(),
  title: z.string(),
  class: z.enum(['note', 'in-text']),
  /** On the short list, installed by the analyst, or one of the others that come with Dossier. */
  origin: z.enum(['at-hand', 'installed', 'package']),
});
export type CitationStyle = z.infer<typeof styleSchema>;

const previewSchema = z.object({
  styleClass: z.enum(['note', 'in-text']),
  /** CSL locale whose words, quotation marks and dates are used. */
  locale: z.string(),
  /** Whether these are sources of Dossier's own, because the brief cites none that the library has. */
  isSample: z.boolean(),
  citations: z.array(z.object({ noteNumber: z.number().int().nullable(), content: richTextSchema })),
  /** The list of sources. */
  sources: z.array(richTextSchema),
});
export type StylePreview = z.infer<typeof previewSchema>;

export const styleOperations = {
  /** The short list, then the installed styles by their titles. */
  'citations.styles': query(z.object({}), z.array(styleSchema)),
  /**
   * The style that a brief names. Where there is no such style, `isMissing`, and the style is the one in which the
   * brief's citations are shown instead.
   */
  'citations.style': query(z.object({ id: styleId }), styleSchema.extend({ isMissing: z.boolean() })),
  /** Those of the other styles whose titles have all the words. */
  'citations.findStyles': query(
    z.object({ words: z.string().max(200), limit: z.number().int().min(1).max(200).default(50) }),
    z.object({ styles: z.array(styleSchema), total: z.number().int().nonnegative() }),
  ),
  /**
   * The given citations, which are the first of a brief, in a style, and their sources. Fails with `cancelled` where a
   * newer preview was asked for, with `not_found` for a style that is not there.
   */
  'citations.previewStyle': query(
    z.object({
      styleId,
      language: z.string().min(2).max(35),
      clusters: z.array(citationClusterSchema).max(20),
    }),
    previewSchema,
  ),
  /**
   * Takes the text of a `.csl` file into the library; an installed style with the same id is replaced. Fails with
   * `invalid_input`, naming the line, where it is no style that works, with `not_found` where it depends on a style
   * that is not there.
   */
  'citations.installStyle': command(
    z.object({ text: z.string().max(8_000_000) }),
    styleSchema.extend({ isReplaced: z.boolean() }),
  ),
  /**
   * Deletes an installed style and returns the text of its file, with which it can be installed again. Fails with
   * `conflict` where a brief or another style needs it, with `not_found` for one that was not installed.
   */
  'citations.removeStyle': command(z.object({ id: styleId }), z.object({ text: z.string() })),
};
