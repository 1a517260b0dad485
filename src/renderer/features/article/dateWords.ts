/** Names of months, seasons and weekdays, in small letters. */

/** Languages whose month names are read, the commoner first: where two disagree, the first is meant. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'tr',
  'ru',
  'uk',
  'pl',
  'cs',
  'sv',
  'da',
  'nb',
  'fi',
];

const SEASONS: readonly (readonly string[])[] = [
  ['spring', 'frühling', 'frühjahr', 'printemps', 'primavera', 'ilkbahar', 'bahar', 'весна', '春', '봄'],
  ['summer', 'sommer', 'été', 'verano', 'estate', 'yaz', 'лето', '夏', '여름'],
  ['autumn', 'fall', 'herbst', 'automne', 'otoño', 'autunno', 'sonbahar', 'güz', 'осень', '秋', '가을'],
  ['winter', 'hiver', 'invierno', 'inverno', 'kış', 'зима', '冬', '겨울'],
];

/** A weekday in English before a date. */
export const WEEKDAYS = /^(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\.?,?\s+(?=\S)/u;

let months: ReadonlyMap<string, number> | undefined;

/** 1–12; null for no name of a month. Takes short forms with and without a full stop. */
export function monthNumber(word: string): number | null {
  months ??= monthNames();
  return months.get(tidy(word)) ?? null;
}

/** 1 spring to 4 winter; null for no name of a season. */
export function seasonNumber(word: string): number | null {
  const index = SEASONS.findIndex((names) => names.includes(word));
  return index === -1 ? null : index + 1;
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, month: number): void => {
    const key = tidy(name);
    if (/^\p{L}{3,}$/u.test(key) && !names.has(key)) names.set(key, month);
  };
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const)
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(Date.UTC(2023, month - 1, 9));
        const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
        // Beside a day some languages write the month in another case.
        const beside = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
        add(alone.format(date), month);
        add(beside.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '', month);
      }
  // What people write besides.
  add('sept', 9);
  return names;
}

function tidy(word: string): string {
  return word.toLowerCase().replaceAll('ı', 'i').replace(/\.$/u, '');
}
