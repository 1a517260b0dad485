import { z } from 'zod';
import { citationClusterSchema, citationsProgressSchema, citedSchema } from '#domain/citation.ts';
import { listChangesSchema } from '#domain/listChanges.ts';
import { query } from './operation.ts';
import { styleOperations } from './styles.ts';

/** Places of clusters that are to be formatted before the others: those in view. */
const first = z.array(z.number().int().nonnegative()).max(20_000);

/** The name of an answer. */
const answer = z.string().max(100);

export const citationOperations = {
  ...styleOperations,
  /**
   * Formats the citations of a brief and its list of sources, and answers as soon as the first are formatted. Question
   * and answer are told by the answer `known`, which the caller has: the clusters by those that were asked for with it,
   * the texts by what it said. Null: both are told in full. Throws `not_found` for an answer that is not known any more.
   */
  'citations.formatSoon': query(
    citedSchema.extend({
      styleId: z.string(),
      language: z.string(),
      clusters: listChangesSchema(citationClusterSchema).max(40_000),
      first,
      known: answer.nullable(),
    }),
    citationsProgressSchema,
  ),
  /** Goes on behind an answer that did not hold all, and answers by what that one said; `not_found` where it was overtaken. */
  'citations.formatMore': query(z.object({ answer, first }), citationsProgressSchema),
};
