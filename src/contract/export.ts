import { z } from 'zod';
import { briefIdSchema, briefSettingsSchema } from '#domain/brief.ts';
import { versionIdSchema } from '#domain/versions/version.ts';
import { manifestCheckSchema, manifestSchema } from './manifest.ts';
import { command, query } from './operation.ts';

export const EXPORT_FORMATS = ['md', 'pdf', 'docx', 'html', 'txt'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Pending suggestions as accepted, or the text as it was before them. */
export const SUGGESTION_CHOICES = ['accepted', 'rejected'] as const;
export type SuggestionChoice = (typeof SUGGESTION_CHOICES)[number];

/**
 * Which Markdown: CommonMark alone; with the tables, footnotes and so on of GitHub (GFM); or Pandoc's, with citations by
 * key and the files beside it that Pandoc formats them from.
 */
export const MARKDOWN_FLAVOURS = ['gfm', 'commonmark', 'pandoc'] as const;
export type MarkdownFlavour = (typeof MARKDOWN_FLAVOURS)[number];

export const exportedFileSchema = z.object({
  /** A file name made from the brief's title, with its ending. */
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  /** Sentences for people: glyphs that no font has, sources that are missing. */
  warnings: z.array(z.string()),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

const exportedBriefSchema = exportedFileSchema.extend({
  /** What it refers to, by paths relative to it, parted by `/`: pictures, sources and style of Pandoc's Markdown. */
  beside: z.array(z.object({ path: z.string(), bytes: z.instanceof(Uint8Array) })),
});
export type ExportedBrief = z.infer<typeof exportedBriefSchema>;

const blockPlaceSchema = z.object({
  /**
   * Of the stored block, or what `placeholderId` calls it; one that was parted by a break has a place for each part. Empty for where what stands behind
   * the text begins, and for its end.
   */
  blockId: z.string(),
  /** From 1. */
  page: z.number().int().positive(),
  /** Of the upper left corner, in points from that of the page. */
  x: z.number(),
  y: z.number(),
});
export type BlockPlace = z.infer<typeof blockPlaceSchema>;

const input = z.object({
  briefId: briefIdSchema,
  /** A version of the brief that is exported as it was; the brief as it is stored now where it is not said. */
  versionId: versionIdSchema.optional(),
  format: z.enum(EXPORT_FORMATS),
  /**
   * For who reviews it in Word: with the comments on the text, and with pending suggestions as tracked changes. Word
   * documents only: other formats have no place for them.
   */
  review: z.boolean().optional(),
  /**
   * A PDF for archives (PDF/A-3a) that carries the brief with its sources, so that it can be opened again from it. Other
   * formats carry none.
   */
  data: z.boolean().optional(),
  /** With an annex behind the sources: what each quote and anchored citation rests on, as the library holds it. */
  annex: z.boolean().optional(),
  /** With a manifest beside it, which tells later what still matches: see `manifest.ts`. */
  manifest: z.boolean().optional(),
  /** What becomes of suggested changes that are pending; they are taken as accepted where it is not said. */
  suggestions: z.enum(SUGGESTION_CHOICES).optional(),
  /** Of Markdown; `gfm` where it is not said. */
  flavour: z.enum(MARKDOWN_FLAVOURS).optional(),
});

const designSummarySchema = z.object({
  /** As `page.design` of a brief names it. */
  id: z.string(),
  title: z.string(),
  columns: z.union([z.literal(1), z.literal(2)]),
  /** Why it cannot be used; null where it can. */
  problem: z.string().nullable(),
});
export type DesignSummary = z.infer<typeof designSummarySchema>;

export const exportOperations = {
  /**
   * The file as it would be written. The same stored brief gives the same bytes. `fileName` is the name that it will
   * have, where that is not the brief's title: what stands beside it is named after it. `packed`: a ZIP where
   * something stands beside it.
   */
  'export.render': query(
    input.extend({ fileName: z.string().min(1).max(255).optional(), packed: z.boolean().optional() }),
    exportedBriefSchema,
  ),
  /**
   * The pages of the PDF that `export.render` would write of the stored brief, and where its blocks stand on them, in the
   * order of the text. After a small change it takes a small part of the first run.
   */
  'export.preview': query(
    input.pick({ briefId: true, suggestions: true, annex: true }),
    exportedFileSchema.pick({ bytes: true, warnings: true }).extend({ places: z.array(blockPlaceSchema) }),
  ),
  /** How many pages that PDF has. Afterwards the PDF itself is set in a small part of the time. */
  'export.pages': query(
    input.pick({ briefId: true, suggestions: true, annex: true }),
    z.object({ pages: z.int().positive() }),
  ),
  /**
   * The beginning of the brief as a PDF, under other settings than the stored ones: to choose between designs. Only its
   * first page is what an export would give. Fails where a house design has an error, which an export would do without.
   */
  'export.sample': query(
    z.object({ briefId: briefIdSchema, settings: briefSettingsSchema.partial() }),
    exportedFileSchema.pick({ bytes: true, warnings: true }),
  ),
  /** The designs that a brief can be set in, those of the library's own folder `templates` last. */
  'export.designs': query(z.object({}), z.array(designSummarySchema)),
  /** What of a manifest the library still has as it was; files that were written are not looked at. */
  'export.verify': query(manifestSchema, z.array(manifestCheckSchema)),
  /** Asks for a place and writes the file there; null where the analyst cancelled. Needs `nativeDialogs`. */
  'export.save': command(input, z.object({ path: z.string(), warnings: z.array(z.string()) }).nullable()),
};
