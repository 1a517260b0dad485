/** The languages that a brief is likely to be written in. */
const TAGS = [
  'en-US',
  'en-GB',
  'ar',
  'zh-CN',
  'zh-TW',
  'cs-CZ',
  'da-DK',
  'nl-NL',
  'fi-FI',
  'fr-FR',
  'de-DE',
  'el-GR',
  'he-IL',
  'hu-HU',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'fa-IR',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ro-RO',
  'ru-RU',
  'es-ES',
  'sv-SE',
  'tr-TR',
  'uk-UA',
];

/** Each by its own name; `current` is among them in any case. */
export function languageChoices(current: string): { value: string; label: string }[] {
  const tags = TAGS.includes(current) ? TAGS : [current, ...TAGS];
  return tags.map((tag) => ({ value: tag, label: languageName(tag) }));
}

/** By its own name. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
