import { z } from 'zod';
import { LOCATOR_LABELS } from '#domain/citation.ts';
import { query } from './operation.ts';

export const locatorOperations = {
  /** How a language (BCP 47) writes the kinds of places in a source, in all forms of its CSL locale. */
  'locators.terms': query(
    z.object({ language: z.string().max(100) }),
    z.partialRecord(z.enum(LOCATOR_LABELS), z.array(z.string())),
  ),
};
