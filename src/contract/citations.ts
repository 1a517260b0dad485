import { z } from 'zod';
import { citationClusterSchema, formattedCitationsSchema } from '#domain/citation.ts';
import { query } from './operation.ts';

export const citationOperations = {
  'citations.styles': query(
    z.object({}),
    z.array(z.object({ id: z.string(), title: z.string(), class: z.enum(['note', 'in-text']) })),
  ),
  /** Formats the citations of a brief, given in document order, and its list of sources. */
  'citations.format': query(
    z.object({
      styleId: z.string(),
      language: z.string(),
      clusters: z.array(citationClusterSchema).max(20_000),
    }),
    formattedCitationsSchema,
  ),
};
