import { z } from 'zod';
import { citationsProgressSchema, citedSchema, formattedCitationsSchema } from '#domain/citation.ts';
import { query } from './operation.ts';
import { styleOperations } from './styles.ts';

/** Places of clusters that are to be formatted before the others: those in view. */
const first = z.array(z.number().int().nonnegative()).max(20_000);

/** The name of an answer. */
const answer = z.string().max(100);

export const citationOperations = {
  ...styleOperations,
  /** Formats the citations of a brief and its list of sources. */
  'citations.format': query(
    citedSchema.extend({ styleId: z.string(), language: z.string() }),
    formattedCitationsSchema,
  ),
  /**
   * As `citations.format`, but answers as soon as the first are formatted, by what the answer `known` said, which the
   * caller has. A core that does not know that answer tells all.
   */
  'citations.formatSoon': query(
    citedSchema.extend({ styleId: z.string(), language: z.string(), first, known: answer.nullable() }),
    citationsProgressSchema,
  ),
  /** Goes on behind an answer that did not hold all, and answers by what that one said; `not_found` where it was overtaken. */
  'citations.formatMore': query(z.object({ answer, first }), citationsProgressSchema),
};
