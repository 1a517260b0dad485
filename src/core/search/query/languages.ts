/** Languages by tag or by name. */
import { foldName } from '../fold.ts';

/** BCP 47: a language of two or three letters, and further parts. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

let byName: Map<string, string> | null = null;

/** The tag, in lower case, of a language given by tag or by its English or own name; null where it is neither. */
export function languageTag(written: string): string | null {
  const tag = written.toLowerCase().replaceAll('_', '-');
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  if (TAG.test(tag) && english.of(tag.split('-')[0]!) !== undefined) return tag;
  byName ??= namesOf(english);
  return byName.get(foldName(written)) ?? (TAG.test(tag) ? tag : null);
}

/** Every language of two letters that the system can name. */
function namesOf(english: Intl.DisplayNames): Map<string, string> {
  const found = new Map<string, string>();
  for (const first of ALPHABET)
    for (const second of ALPHABET) {
      const tag = first + second;
      const name = english.of(tag);
      if (name === undefined) continue;
      const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag);
      for (const written of [name, own])
        if (written !== undefined && !found.has(foldName(written))) found.set(foldName(written), tag);
    }
  return found;
}
