import { z } from 'zod';
import { command, query } from './operation.ts';
import { changedSchema, targetSchema } from './organise.ts';

const id = z.number().int().positive();
/** Unique among the collections in the same place, whatever its case. */
const name = z.string().trim().min(1).max(200);

const collectionSchema = z.object({
  id,
  /** The collection that it is in; null at the top. */
  parentId: id.nullable(),
  name: z.string(),
  /** Articles in it and in the collections inside it, each counted once, without the trash. */
  count: z.number().int().nonnegative(),
});
export type Collection = z.infer<typeof collectionSchema>;

export const collectionOperations = {
  /** All collections; those in the same place in alphabetical order. */
  'collections.list': query(z.object({}), z.array(collectionSchema)),
  /** `conflict` where the place has one of that name. */
  'collections.create': command(z.object({ name, parentId: id.nullable().default(null) }), collectionSchema),
  'collections.rename': command(z.object({ id, name }), changedSchema),
  /** Into another collection, or to the top. `invalid_input` into itself or one inside it. */
  'collections.move': command(z.object({ id, parentId: id.nullable() }), changedSchema),
  /** Removes a collection and those inside it. The articles stay in the library. */
  'collections.remove': command(z.object({ id }), changedSchema),
  'collections.add': command(z.object({ id, target: targetSchema }), changedSchema),
  /** Takes articles out of a collection and out of those inside it. */
  'collections.take': command(z.object({ id, target: targetSchema }), changedSchema),
};
