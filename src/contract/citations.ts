import { z } from 'zod';
import { citedSchema, formattedCitationsSchema } from '#domain/citation.ts';
import { query } from './operation.ts';
import { styleOperations } from './styles.ts';

export const citationOperations = {
  ...styleOperations,
  /** Formats the citations of a brief and its list of sources. */
  'citations.format': query(
    citedSchema.extend({ styleId: z.string(), language: z.string() }),
    formattedCitationsSchema,
  ),
};
