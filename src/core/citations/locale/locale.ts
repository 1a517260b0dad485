/** In which language citations are set, and which CSL locale serves a language. */

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

/** Of `en-US`, which a new brief is in, whoever writes it. */
const INITIAL_LANGUAGE = 'en';

/**
 * The language of citations in a brief of `language`, in a style whose `default-locale` is `ofStyle`.
 *
 * Zotero sets a style with a default locale in that one alone. Here the analyst may have said otherwise: a
 * brief in a language of their choice is cited in it. The style decides where the brief leaves it open: where
 * it is in the language that new briefs begin with, and in the commonest form of the style's own language
 * (`de-DE` leaves a style for `de-AT` as it is; `en-GB` makes any English style British).
 */
export function languageOfCitations(language: string, ofStyle: string | undefined): string {
  if (ofStyle === undefined || ofStyle === '') return language;
  try {
    const wanted = new Intl.Locale(language);
    const commonest = new Intl.Locale(wanted.language).maximize().region;
    const leavesRegion = wanted.region === undefined || wanted.region === commonest;
    const isOfStyle = wanted.language === new Intl.Locale(ofStyle).language;
    return leavesRegion && (isOfStyle || wanted.language === INITIAL_LANGUAGE) ? ofStyle : language;
  } catch {
    return language;
  }
}
