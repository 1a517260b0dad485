/** Which CSL locale serves a language. */

const FALLBACK_LOCALE = 'en-US';

/**
 * The best of the locales in `available` for a BCP 47 language: the same tag, then the language with its
 * most likely region, then any region of the language, then `en-US`.
 */
export function chooseLocale(language: string, available: Iterable<string>): string {
  const tags = [...available];
  const find = (wanted: string): string | undefined =>
    tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language);
  } catch {
    return FALLBACK_LOCALE;
  }
  // `und` and tags of extensions only are well formed and name no language.
  if (!/^[a-z]/.test(locale.language ?? '')) return FALLBACK_LOCALE;
  const region = locale.region ?? locale.maximize().region;
  const likelyRegion = new Intl.Locale(locale.language).maximize().region;
  return (
    find(`${locale.language}-${region}`) ??
    find(locale.language) ??
    find(`${locale.language}-${likelyRegion}`) ??
    tags.find((tag) => tag.toLowerCase().startsWith(`${locale.language}-`)) ??
    FALLBACK_LOCALE
  );
}
