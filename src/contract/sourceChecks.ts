import { z } from 'zod';
import { articleIdSchema } from '#domain/article.ts';
import { cslFieldSchema } from '#domain/csl.ts';
import { query } from './operation.ts';

const field = cslFieldSchema;

const sourceCheckSchema = z.object({
  id: articleIdSchema,
  /** What citations of such a source usually say, the style prints, and the article does not have. */
  missing: z.array(
    z.object({
      field,
      /** What the style prints in its place, such as `n.d.`; null for nothing. */
      instead: z.string().nullable(),
    }),
  ),
  /** What the style prints and no analyst has confirmed. */
  unconfirmed: z.array(field),
});
export type SourceCheck = z.infer<typeof sourceCheckSchema>;

export const sourceCheckOperations = {
  /** What these articles lack of what the style prints of them; those without a gap are left out. */
  'citations.check': query(
    z.object({ styleId: z.string(), language: z.string(), ids: z.array(articleIdSchema).max(5000) }),
    z.array(sourceCheckSchema),
  ),
};
