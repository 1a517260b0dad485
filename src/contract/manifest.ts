/** The manifest of an export: what it was made from, by SHA-256, so that anybody can tell later what still matches. */
import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { briefIdSchema } from '#domain/brief.ts';
import { versionIdSchema } from '#domain/versions/version.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const file = z.object({
  /** Relative to the manifest's folder, parted by `/`. */
  path: z.string().min(1).max(4096),
  bytes: z.number().int().nonnegative(),
  sha256,
});

export const manifestSchema = z.object({
  type: z.literal('dossier-manifest'),
  /** Of this format. */
  version: z.literal(1),
  app: z.object({ name: z.literal('Dossier'), version: z.string() }),
  brief: z.object({
    id: briefIdSchema,
    title: z.string(),
    /** As it was when it was exported; of a stored version the one that it was. */
    revision: z.number().int().nonnegative(),
    updatedAt: z.string(),
    /** Null where the brief itself was exported, and no stored version of it. */
    version: z.object({ id: versionIdSchema, name: z.string().nullable(), createdAt: z.string() }).nullable(),
    /**
     * Of its document, its settings where they are not the usual ones, and the comments that were exported, as JSON with
     * sorted members.
     */
    sha256,
  }),
  /** The format, and whatever else was chosen. */
  options: z.record(z.string(), z.json()),
  output: file,
  /** What stands beside it, but for the manifest. */
  beside: z.array(file),
  style: z.object({
    id: z.string(),
    title: z.string(),
    /** Of the `.csl` file; of a style that came with Dossier of its elements as JSON. */
    sha256,
  }),
  /** What a PDF was set by, under the name of its design; null for other formats. */
  template: z.object({ name: z.string(), sha256 }).nullable(),
  sources: z.array(
    z.object({
      id: articleIdSchema,
      title: z.string(),
      /** Of its metadata as canonical JSON. */
      metadata: sha256,
      trashed: z.boolean(),
      /** The versions of its text that the brief rests on: those that it quotes, else the newest. */
      versions: z.array(
        z.object({
          id: z.number().int().positive(),
          text: sha256,
          original: z.object({
            name: z.string(),
            sha256,
            /** Whether the file was in the library, and what its hash says. */
            kept: z.boolean(),
          }),
        }),
      ),
    }),
  ),
  /** Sources that are cited or listed and were not in the library. */
  missing: z.array(articleIdSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `unchecked`: there is nothing to tell it by, which says neither yes nor no. */
const MATCHES = ['matches', 'changed', 'missing', 'unchecked'] as const;

export const manifestCheckSchema = z.object({
  of: z.enum(['output', 'beside', 'brief', 'style', 'template', 'source', 'app', 'library']),
  state: z.enum(MATCHES),
  /** A sentence without its stop that begins with the name of what was checked. */
  message: z.string(),
});
export type ManifestCheck = z.infer<typeof manifestCheckSchema>;
