import { z } from 'zod';
import { command, query } from './operation.ts';
import { changedSchema, targetSchema } from './organise.ts';

const id = z.number().int().positive();
/** Tags that differ in case only are one. */
const name = z.string().trim().min(1).max(100);
const names = z.array(name).min(1).max(50);

const tagSchema = z.object({
  id,
  name: z.string(),
  /** Articles that have it, without the trash. */
  count: z.number().int().nonnegative(),
});
export type Tag = z.infer<typeof tagSchema>;

export const tagOperations = {
  /** In alphabetical order. */
  'tags.list': query(z.object({}), z.array(tagSchema)),
  /** The tags that some of these articles have, with how many of them do. */
  'tags.of': query(z.object({ target: targetSchema }), z.array(tagSchema)),
  /** Gives articles tags; those that do not exist are made. */
  'tags.add': command(z.object({ target: targetSchema, names }), changedSchema),
  'tags.take': command(z.object({ target: targetSchema, names }), changedSchema),
  /** `conflict` where another tag has that name: merge them. */
  'tags.rename': command(z.object({ id, name }), changedSchema),
  /** Every article with the tag `id` gets the tag `into` in its place. */
  'tags.merge': command(z.object({ id, into: id }), changedSchema),
  'tags.remove': command(z.object({ id }), changedSchema),
};
