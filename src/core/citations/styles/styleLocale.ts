import { chooseLocale, languageOfCitations } from '../locale/locale.ts';
import { packagedLocales } from './styleData.ts';
import { defaultLocale, type StyleSource } from './styleSource.ts';

/** The CSL locale of citations in a style, in a brief of that language (BCP 47). */
export function localeFor(language: string, style: StyleSource): string {
  return chooseLocale(languageOfCitations(language, defaultLocale(style)), packagedLocales().keys());
}
