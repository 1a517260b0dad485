/** Languages by the names that babel has for them, which `langid` wants. */
import { LANGUAGE_NAMES } from '../import/references/fields.ts';

/** Where babel has newer or more exact names than the first that the importer knows. */
const PREFERRED: Record<string, string> = { de: 'ngerman', 'de-AT': 'naustrian', 'de-CH': 'nswissgerman' };
const NAMES = new Map<string, string>();
for (const [name, tag] of Object.entries(LANGUAGE_NAMES))
  if (name.length > 3 && /^[a-z]+$/u.test(name) && !NAMES.has(tag)) NAMES.set(tag, PREFERRED[tag] ?? name);

/** `language` holds the tag (BCP 47) where `langid` does not say all of it. Empty for what is not known. */
export function babelLanguage(tag: string | undefined): { langid: string; language: string } {
  if (tag === undefined) return { langid: '', language: '' };
  const exact = NAMES.get(tag);
  if (exact !== undefined) return { langid: exact, language: '' };
  return { langid: NAMES.get(tag.split('-')[0]!) ?? '', language: tag };
}
