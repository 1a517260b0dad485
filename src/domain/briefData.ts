/**
 * A brief with all that it rests on, as one JSON text: what a PDF carries so that the brief can be opened again from it.
 * Ids are those of the library that it was written in, and mean nothing but each other.
 */
import { z } from 'zod';
import { articleContentSchema, articleIdSchema } from './article.ts';
import { storedDocumentSchema } from './document/stored.ts';
import { cslFieldSchema, cslItemSchema } from './csl.ts';
import { gradeSchema } from './grade.ts';
import { snippetIdSchema } from './snippet.ts';

/** The name of the attachment. */
export const BRIEF_DATA_NAME = 'dossier-brief.json';
export const BRIEF_DATA_VERSION = 1;

const versionSchema = z.object({
  id: z.number().int().positive(),
  content: articleContentSchema,
  /** SHA-256 of the file that it was read from, hex. */
  originalSha256: z.string().regex(/^[\da-f]{64}$/u),
  originalName: z.string().max(1000),
});

const sourceSchema = z.object({
  id: articleIdSchema,
  /** With its citation key. */
  csl: cslItemSchema,
  unconfirmed: z.array(cslFieldSchema),
  issuedNotBefore: z.string().nullable(),
  excerpt: z.boolean(),
  grade: gradeSchema,
  /** Those that are quoted and the latest, oldest first. */
  versions: z.array(versionSchema).min(1),
});
export type BriefSource = z.infer<typeof sourceSchema>;

export const briefDataSchema = z.object({
  format: z.literal('dossier-brief'),
  formatVersion: z.number().int().positive(),
  /** As `briefSettingsSchema` has them; each is checked by itself when it is read. */
  settings: z.record(z.string(), z.unknown()),
  document: storedDocumentSchema,
  sources: z.array(sourceSchema),
  snippets: z.array(
    z.object({
      id: snippetIdSchema,
      versionId: z.number().int().positive(),
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      exact: z.string().min(1),
    }),
  ),
  /** Attachments of their own under these names. */
  pictures: z.array(z.object({ sha256: z.string(), name: z.string() })),
});
export type BriefData = z.infer<typeof briefDataSchema>;
