import { z } from 'zod';
import { command, query } from './operation.ts';
import { searchOperations } from './search.ts';

/** What is searched for and how it is shown, without the place in the list. */
const searchWishSchema = searchOperations['search.passages'].input.pick({
  query: true,
  sort: true,
  group: true,
  publications: true,
  years: true,
  languages: true,
  types: true,
  tags: true,
});

const idSchema = z.number().int().positive();
const nameSchema = z.string().trim().min(1).max(200);

const savedSearchSchema = z.object({ id: idSchema, name: z.string(), wish: searchWishSchema });
export type SavedSearch = z.infer<typeof savedSearchSchema>;

export const savedSearchOperations = {
  /** By name. */
  'searches.list': query(z.object({}), z.array(savedSearchSchema)),
  /** Keeps a search; in place of the one of that name (in any case), where there is one. */
  'searches.save': command(z.object({ name: nameSchema, wish: searchWishSchema }), savedSearchSchema),
  /** Fails with `conflict` where another search has the name, in any case. */
  'searches.rename': command(z.object({ id: idSchema, name: nameSchema }), savedSearchSchema),
  'searches.remove': command(z.object({ id: idSchema }), z.object({})),
};
