/** Which language a text is in. */
import { eld } from 'eld/medium';

/** Characters looked at: more do not change the answer. */
const SAMPLE = 5000;

export interface DetectedLanguage {
  /** ISO 639-1. */
  code: string;
  reliable: boolean;
}

/** Null where the text has too few letters to tell. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4) return null;
  const result = eld.detect(sample);
  if (result.language === '') return null;
  return { code: result.language, reliable: result.isReliable() && letters >= 40 };
}

/** The language part of a BCP 47 tag in lower case, empty where it is no tag. */
export function primaryLanguage(tag: string): string {
  return /^[a-z]{2,3}(?=$|[-_])/iu.exec(tag.trim())?.[0].toLowerCase() ?? '';
}

/** A BCP 47 tag in its canonical form (`en_us` → `en-US`), null where it is none. */
export function languageTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
