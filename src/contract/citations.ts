import { z } from 'zod';
import { citedSchema, formattedCitationsSchema } from '#domain/citation.ts';
import { query } from './operation.ts';

export const citationOperations = {
  'citations.styles': query(
    z.object({}),
    z.array(z.object({ id: z.string(), title: z.string(), class: z.enum(['note', 'in-text']) })),
  ),
  /** Formats the citations of a brief and its list of sources. */
  'citations.format': query(
    citedSchema.extend({ styleId: z.string(), language: z.string() }),
    formattedCitationsSchema,
  ),
};
