import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { command, query } from './operation.ts';

const keySchema = z.string().min(1).max(200);

export const citationKeyOperations = {
  /**
   * The citation keys of articles; one that has none is given one, and keeps it. In the order asked for; ids that the
   * library does not hold are left out.
   */
  'citations.keys': command(
    z.object({ ids: z.array(articleIdSchema).max(5000) }),
    z.array(z.object({ id: articleIdSchema, key: keySchema })),
  ),
  /**
   * Which articles are meant by these keys, in their order: the one that has the key, else those whose key would
   * begin so (`smith2023`: the Smiths of 2023), latest import first and at most 100, or none.
   */
  'citations.byKey': query(
    z.object({ keys: z.array(keySchema).max(500) }),
    z.array(z.object({ key: keySchema, articleIds: z.array(articleIdSchema) })),
  ),
};
