import { z } from 'zod';
import { briefIdSchema } from '#domain/brief.ts';
import { exportedFileSchema } from './export.ts';
import { command } from './operation.ts';
import { targetSchema } from './organise.ts';

export const REFERENCE_FORMATS = ['biblatex', 'csl-json', 'ris'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** The most references that `references.render` makes one file of: it is in memory whole, as a download has to be. */
export const MOST_RENDERED = 100_000;

const input = z.object({
  /** The sources of a brief, or articles. */
  of: z.union([z.object({ briefId: briefIdSchema }), z.object({ target: targetSchema })]),
  format: z.enum(REFERENCE_FORMATS),
});
export type ReferencesOf = z.output<typeof input>['of'];

const count = z.number().int().nonnegative();

export const referenceOperations = {
  /**
   * The metadata of articles as one file of references; each article has a citation key from then on. In the order of
   * their ids: the same library gives the same bytes. `unsupported` for more than `MOST_RENDERED`.
   */
  'references.render': command(input, exportedFileSchema.extend({ count })),
  /**
   * Asks for a place and writes such a file there, of any number of references; null where the analyst cancelled.
   * Needs `nativeDialogs`.
   */
  'references.save': command(input, z.object({ path: z.string(), count }).nullable()),
};
