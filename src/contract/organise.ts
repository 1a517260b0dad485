/** What the operations that order the library share: which articles are meant, and taking a change back. */
import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { command } from './operation.ts';

/** Parts of the library that are always there. All but `trash` leave out what is in the trash. */
export const VIEWS = ['all', 'unread', 'starred', 'recent', 'untagged', 'unfiled', 'trash'] as const;
export type View = (typeof VIEWS)[number];

const rowId = z.number().int().positive();

/** A part of the library: the articles of the view that are in the collection, and that have the tag. */
export const scopeSchema = z.object({
  view: z.enum(VIEWS).default('all'),
  /** With the collections inside it. */
  collectionId: rowId.optional(),
  tagId: rowId.optional(),
});
export type Scope = z.output<typeof scopeSchema>;

/** The most articles that one call can name. */
export const MOST_IDS = 100_000;
const ids = z.array(articleIdSchema).max(MOST_IDS);

/** Articles by their ids, or a whole part of the library but for some. Ids that the library does not hold count for nothing. */
export const targetSchema = z.union([
  z.object({ ids }),
  z.object({ scope: scopeSchema, except: ids.default([]) }),
]);
export type Target = z.output<typeof targetSchema>;

/** What a command that can be taken back returns. */
export const changedSchema = z.object({
  /** How many articles are different now. */
  changed: z.number().int().nonnegative(),
  /** For `organise.undo`: puts back exactly what was changed. Null where nothing was. */
  undo: z.string().nullable(),
});
export type Changed = z.infer<typeof changedSchema>;

export const organiseOperations = {
  /** Takes one of the last 50 changes back. `not_found` once it has been taken back or Dossier was restarted. */
  'organise.undo': command(z.object({ undo: z.string().max(100) }), z.object({})),
};
