/** Which language a text is in. */
import { languageModel } from './languageModel.ts';

/** UTF-16 units looked at, in so many pieces from all over the text: the detector reads 350 bytes. */
const SAMPLE = 300;
const PIECES = 3;

export interface DetectedLanguage {
  /** ISO 639-1. */
  code: string;
  reliable: boolean;
}

/** Null where the text has too few letters to tell. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = sampleOf(text);
  const letters = sample.replace(/\P{L}+/gu, '').length;
  if (letters < 4) return null;
  const detected = languageModel().detect(sample);
  return detected === null ? null : { code: detected.code, reliable: detected.reliable && letters >= 40 };
}

/** A page may begin or end in another language than the article is in: all parts of it have a say. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const length = SAMPLE / PIECES;
  const step = (text.length - length) / (PIECES - 1);
  const starts = Array.from({ length: PIECES }, (_, piece) => Math.floor(step * piece));
  return starts.map((start) => text.slice(start, start + length)).join('\n');
}

/** The language part of a BCP 47 tag in lower case, empty where it is no tag. */
export function primaryLanguage(tag: string): string {
  return /^[a-z]{2,3}(?=$|[-_])/iu.exec(tag.trim())?.[0].toLowerCase() ?? '';
}

/** A BCP 47 tag in its canonical form (`en_us` → `en-US`), null where it is none. */
export function languageTag(value: string): string | null {
  if (value.trim() === '') return null;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
