/** A brief: a document that an analyst writes. */
import { z } from 'zod';
import { storedDocumentSchema } from './document/stored.ts';
import { markingSchema } from './marking.ts';
import { pageSetupSchema } from './page.ts';

export const briefIdSchema = z.number().int().positive();

/** What stands around the text of a brief. */
export const briefSettingsSchema = z.object({
  title: z.string().max(500),
  author: z.string().max(500),
  /** Who it is for; empty for nobody in particular. */
  addressee: z.string().max(500),
  /** Under which it is filed. */
  reference: z.string().max(200),
  /** By which its files are found, parted by commas or semicolons (`keywordList`). */
  keywords: z.string().max(1000),
  /** ISO date printed in the title block, null for none. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  /** BCP 47 language of the text and of citation terms. */
  language: z.string().min(2).max(35),
  /** Identifier of the CSL style, as `citations.styles` lists it. */
  styleId: z.string().min(1),
  /** Null for none. */
  marking: markingSchema.nullable(),
  page: pageSetupSchema,
});
export type BriefSettings = z.infer<typeof briefSettingsSchema>;

export const briefSummarySchema = briefSettingsSchema.extend({
  id: briefIdSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type BriefSummary = z.infer<typeof briefSummarySchema>;

export const briefSchema = briefSummarySchema.extend({
  /** Counts the saves of the document; a save names the revision that it replaces. */
  revision: z.number().int().nonnegative(),
  document: storedDocumentSchema,
});
export type Brief = z.infer<typeof briefSchema>;
