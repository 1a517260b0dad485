/** What there is for a language (BCP 47), whatever its region or script; `english` where there is nothing for it. */
export function inLanguage<T>(labels: Readonly<Record<string, T>>, language: string, english: T): T {
  return labels[language.split('-')[0]!.toLowerCase()] ?? english;
}
