/** An earlier state of a brief. */
import { z } from 'zod';
import { briefIdSchema, briefSettingsSchema } from '../brief.ts';
import { storedDocumentSchema } from '../document/stored.ts';

export const versionIdSchema = z.number().int().positive();
export const versionNameSchema = z.string().trim().min(1).max(200);

/**
 * `named`: the analyst kept it. `automatic`: kept every ten minutes of work. `beforeDeletion`: much of the text was
 * deleted next. `beforeRestore`: an earlier version took its place next.
 */
export const VERSION_KINDS = ['named', 'automatic', 'beforeDeletion', 'beforeRestore'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

export const versionSummarySchema = z.object({
  id: versionIdSchema,
  briefId: briefIdSchema,
  kind: z.enum(VERSION_KINDS),
  /** Null unless `kind` is `named`. */
  name: versionNameSchema.nullable(),
  /** When the brief was last saved in this state, or named. */
  createdAt: z.string(),
  /** As counted in the text and its notes; citations are not. */
  words: z.number().int().nonnegative(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

export const briefVersionSchema = versionSummarySchema.extend({
  settings: briefSettingsSchema,
  /** In the current format. */
  document: storedDocumentSchema,
  /** Blocks that could not be read and are left out of `document`: the file of the library is damaged. */
  damaged: z.number().int().nonnegative(),
});
export type BriefVersion = z.infer<typeof briefVersionSchema>;
