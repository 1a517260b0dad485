import { z } from 'zod';
import { citationsProgressSchema, citedSchema, formattedCitationsSchema } from '#domain/citation.ts';
import { query } from './operation.ts';
import { styleOperations } from './styles.ts';

/** Places of clusters that are to be formatted before the others: those in view. */
const first = z.array(z.number().int().nonnegative()).max(20_000);

export const citationOperations = {
  ...styleOperations,
  /** Formats the citations of a brief and its list of sources. */
  'citations.format': query(
    citedSchema.extend({ styleId: z.string(), language: z.string() }),
    formattedCitationsSchema,
  ),
  /** As `citations.format`, but answers as soon as the first are formatted. */
  'citations.formatSoon': query(
    citedSchema.extend({ styleId: z.string(), language: z.string(), first }),
    citationsProgressSchema,
  ),
  /** Goes on with what `citations.formatSoon` began; `not_found` where it was overtaken. */
  'citations.formatMore': query(
    z.object({ run: z.number().int().positive(), first }),
    citationsProgressSchema,
  ),
};
