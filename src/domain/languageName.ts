const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** What a language is called in English; the tag itself where it names none. */
export function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    // Not every tag that an article carries is well formed.
    return tag;
  }
}
