/** How the language of a brief writes the places in a source. */
import { ENGLISH_TERMS, type TermReader, termReader } from '#domain/locators.ts';
import { client } from '../../api/client.ts';

const readers = new Map<string, TermReader>();

/** Reads the terms of a language (BCP 47) and English ones; English alone until the others have been asked for. */
export function termsOf(language: string): TermReader {
  const known = readers.get(language);
  if (known !== undefined) return known;
  readers.set(language, ENGLISH_TERMS);
  client.call('locators.terms', { language }).then(
    (terms) => readers.set(language, termReader(terms)),
    () => readers.delete(language),
  );
  return ENGLISH_TERMS;
}
