/** Dates as articles print them: in English and some twenty other languages, with or without a time. */
import type { CslDate } from '#domain/csl.ts';

export interface ReadDate {
  date: CslDate;
  /** The order of day and month was a guess: both are 12 or less and parted by "/" . */
  ambiguous: boolean;
}

/** Languages whose month names are known; `Intl` brings the names. */
const LOCALES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'tr',
  'pl',
  'cs',
  'sv',
  'da',
  'nb',
  'fi',
  'ro',
  'hu',
  'ru',
  'uk',
  'el',
  'id',
  'vi',
];

const DAY_OF_WEEK = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;
const YEAR = String.raw`((?:19|20)\d{2})`;
/** The year before the first of an era. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const SHAPES: { pattern: RegExp; read: (match: string[]) => ReadDate | null }[] = [
  {
    // 2023-05-09, 2023/05/09, 2023.05.09., 2023. 5. 9.
    pattern: new RegExp(String.raw`${YEAR}\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)`, 'u'),
    read: ([, year, , month, day]) => certain(year, month, day),
  },
  {
    // 2023년 5월 9일, 2023年5月9日
    pattern: new RegExp(String.raw`${YEAR}\s?[년年]\s?(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日])?`, 'u'),
    read: ([, year, month, day]) => certain(year, month, day),
  },
  {
    // 令和6年3月12日, 民國113年3月12日
    pattern: /(令和|平成|昭和|民[國国])\s?(元|\d{1,3})年\s?(\d{1,2})月(?:\s?(\d{1,2})日)?/u,
    read: ([, era = '', year, month, day]) =>
      certain(String(ERAS[era]! + (year === '元' ? 1 : Number(year))), month, day),
  },
  {
    // 20230509
    pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u,
    read: ([, year, month, day]) => certain(year, month, day),
  },
  {
    // May 9, 2023; Mar. 21, 2023; Tuesday, May 9th 2023
    pattern: new RegExp(
      String.raw`${DAY_OF_WEEK}(\p{L}{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${YEAR}`,
      'iu',
    ),
    read: ([, month, day, year]) => named(year, month, day),
  },
  {
    // 9 May 2023; 9. Mai 2023; 1er mai 2023; 9 de mayo de 2023
    pattern: new RegExp(
      String.raw`${DAY_OF_WEEK}(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(\p{L}{3,14})\.?,?\s+(?:de\s+)?${YEAR}`,
      'iu',
    ),
    read: ([, day, month, year]) => named(year, month, day),
  },
  {
    // 09.05.2023 is day first wherever dots part dates
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?${YEAR}`, 'u'),
    read: ([, day, month, year]) => certain(year, month, day),
  },
  {
    // 09/05/2023, 9-5-2023
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})([/-])(\d{1,2})\2${YEAR}`, 'u'),
    read: ([, first, , second, year]) => slashed(year, first, second),
  },
  {
    // 12.mar.2024, 12-Mar-2024
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})([./-])(\p{L}{3,9})\.?\2${YEAR}`, 'iu'),
    read: ([, day, , month, year]) => named(year, month, day),
  },
  {
    // May 2023, mai 2023
    pattern: new RegExp(String.raw`(?<!\p{L})(\p{L}{3,14})\.?,?\s+(?:de\s+)?${YEAR}`, 'iu'),
    read: ([, month, year]) => named(year, month, undefined),
  },
];

/** The first date in `text`, null where there is none that the calendar knows. */
export function findDate(text: string): ReadDate | null {
  return locateDate(text)?.found ?? null;
}

/**
 * The date of a line that holds nothing else but its introduction ("Published on"), a day of the week, a
 * time, and separators. Null for running text.
 */
export function dateOfLine(printed: string): ReadDate | null {
  if (printed.length > LONGEST_LINE) return null;
  const line = withoutRevision(printed);
  const located = locateDate(line);
  if (located === null) return null;
  const rest = `${line.slice(0, located.start)} ${line.slice(located.end)}`
    .replace(TIME, ' ')
    .replace(DATE_WORDS, ' ')
    .replace(/\p{L}+/gu, (word) => (isDayOfWeek(word) ? ' ' : word))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return rest === '' ? located.found : null;
}

/** UTF-16 units of the longest line that holds nothing but dates. */
const LONGEST_LINE = 200;

/** "Published 3 May … Updated 4 May" without its second half. */
function withoutRevision(line: string): string {
  const revision = REVISION.exec(line);
  if (revision === null || !/\d{4}/u.test(line.slice(0, revision.index))) return line;
  return line.slice(0, revision.index);
}

/** Whether a date line speaks of a revision rather than of the first appearance. */
export function isRevisionLine(line: string): boolean {
  return REVISION.test(withoutRevision(line));
}

/** ISO 8601 dates and times of metadata, else a date as people write it. The day is taken as it is written. */
export function metadataDate(value: string): ReadDate | null {
  const iso = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s])/u.exec(value);
  if (iso !== null) return certain(iso[1], iso[2], iso[3]);
  return findDate(value);
}

interface Located {
  start: number;
  end: number;
  found: ReadDate;
}

function locateDate(printed: string): Located | null {
  // Of the same length, so that places stay.
  const text = printed.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
  if (!/(?:19|20)\d\d|令和|平成|昭和|民[國国]/u.test(text)) return null;
  for (const { pattern, read } of SHAPES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = AMERICAN.test(text) ? (monthFirst(match) ?? read([...match])) : read([...match]);
    if (found !== null) return { start: match.index, end: match.index + match[0].length, found };
  }
  return null;
}

// `\b` knows Latin letters without accents only.
const WORD_START = String.raw`(?<!\p{L})`;
const WORD_END = String.raw`(?!\p{L})`;
const TIME = new RegExp(
  String.raw`(?:${WORD_START}(?:at|um|à|alle|ore|às|a las|saat|오전|오후|午前|午後)${WORD_END})?\s*\d{1,2}\s?[:.h시時]\s?\d{2}(?::\d{2})?\s*[분分]?(?:\s*[ap]\.?m\.?)?(?:\s*(?:Uhr|[A-Z]{2,5}${WORD_END}))?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?`,
  'giu',
);
const REVISION = new RegExp(
  String.raw`${WORD_START}(?:updated?|last (?:updated|modified|revised)|modified|revised|aktualisiert|mis à jour|modifié\p{L}*|son güncelle\p{L}*|güncelle\p{L}*|actualizado|обновлен[оа]|aggiornato|zaktualizowano|atualizado|bijgewerkt|עודכן|آخر تحديث)${WORD_END}|수정|更新日?|최종`,
  'iu',
);
const DATE_WORDS = new RegExp(
  String.raw`${WORD_START}(?:first |originally )?(?:published|posted|issued|released|date|dated|on|the|le|am|publié|veröffentlicht|stand|datum|yayın\p{L}*|giriş|tarihi?|publicado|el|fecha|opublikowano|года?|г|опубликован[оа]|дата|pubblicato|gepubliceerd|publicerad|פורסם|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)|نشر|نُشر|في|بتوقيت|توقيت مكة المكرمة)${WORD_END}|송고시간|송고|승인|기사|등록|입력|발행|게재|날짜|公開日?|掲載日?|配信日?|発行日?|発表日?|投稿日?|发布(?:时间|日期)?|发表时间|时间|日期|${REVISION.source}`,
  'giu',
);

function certain(year?: string, month?: string, day?: string): ReadDate | null {
  return calendar([year, month, day].filter((part) => part !== undefined).map(Number), false);
}

function named(year?: string, month?: string, day?: string): ReadDate | null {
  const number = monthNumber(month ?? '');
  return number === null ? null : certain(year, String(number), day);
}

/** A time of the United States beside a date: its month stands first. */
const AMERICAN = /\d\s?(?:[ap]\.?m\.?)?\s?\b(?:[EMP][DS]?T|CDT)\b/iu;

function monthFirst(match: RegExpExecArray): ReadDate | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(match[0]) ?? [];
  return month === undefined ? null : certain(year, month, day);
}

/** Day first, as most of the world writes it, unless that cannot be; where both can be, it is a guess. */
function slashed(year?: string, first?: string, second?: string): ReadDate | null {
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = b <= 12;
  const parts = dayFirst ? [Number(year), b, a] : [Number(year), a, b];
  return calendar(parts, a <= 12 && b <= 12 && a !== b);
}

function calendar(parts: number[], ambiguous: boolean): ReadDate | null {
  const [year = 0, month = 1, day = 1] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { date: { 'date-parts': [parts] }, ambiguous };
}

let months: Map<string, number> | undefined;

function monthNumber(name: string): number | null {
  months ??= monthNames();
  return months.get(folded(name)) ?? null;
}

/** Long and short names, alone and as they stand in a date (the genitive of Slavic languages). */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES)
    for (const style of ['long', 'short'] as const)
      for (const fields of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...fields, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(new Date(Date.UTC(2023, month - 1, 9)));
          const name = folded(parts.find((part) => part.type === 'month')?.value ?? '');
          if (!/\d/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
  for (const [name, month] of [
    ['sept', 9],
    ['febr', 2],
    ['märz', 3],
  ] as const)
    if (!names.has(name)) names.set(name, month);
  return names;
}

let daysOfWeek: Set<string> | undefined;

/** By its long name, in any of the languages. */
function isDayOfWeek(word: string): boolean {
  daysOfWeek ??= new Set(
    LOCALES.flatMap((locale) => {
      const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
      return [1, 2, 3, 4, 5, 6, 7].map((day) => folded(format.format(new Date(Date.UTC(2024, 0, day)))));
    }),
  );
  return daysOfWeek.has(folded(word));
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/u, '').replaceAll('i̇', 'i');
}
