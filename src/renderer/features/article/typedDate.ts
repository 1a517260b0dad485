/** Dates as analysts type them: `2023`, `May 2023`, `9.5.2023`, `9–11 May 2023`, `c. 1990`, `spring 2024`. */
import type { CslDate } from '#domain/csl.ts';
import { monthNumber, seasonNumber, WEEKDAYS } from './dateWords.ts';

export type TypedDate =
  | { kind: 'date'; date: CslDate }
  /** Day and month could be swapped: only the analyst knows. */
  | { kind: 'ambiguous'; choices: CslDate[] }
  /** What is wrong, as a sentence. */
  | { kind: 'invalid'; message: string };

type Parts = number[];
interface Single {
  parts: Parts;
  season?: number;
  /** The same digits read the other way round. */
  swapped?: Parts;
}

const HELP = 'Write it like 2023, May 2023, 2023-05-09 or 9–11 May 2023.';
const CIRCA = /^(?:circa\b|approx(?:imately|\.)?|about\b|ca\.?(?=[\s\d])|c\.?(?=[\s\d])|~)\s*/u;

/** An era before a year 1. */
const BEFORE = /^(.+?)\s?(?:bce?|b\.c\.(?:e\.)?|v\. ?chr\.|mö)$/u;

/** Reads what was typed; white space around it does not matter, and it must not be empty. */
export function readTypedDate(typed: string): TypedDate {
  let text = typed.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
  const circa = CIRCA.test(text) || text.endsWith('?');
  text = text
    .replace(CIRCA, '')
    .replace(/\s*\?$/u, '')
    .replace(WEEKDAYS, '');
  const whole = readSingle(text);
  if (whole !== null && !('message' in whole)) return asDate(whole, circa);
  const range = readRange(text);
  if (range !== null) {
    const [from, to] = range;
    if (compare(from, to) > 0) return { kind: 'invalid', message: 'The range ends before it begins.' };
    return { kind: 'date', date: { 'date-parts': [from, to], ...(circa && { circa }) } };
  }
  return { kind: 'invalid', message: whole === null ? HELP : whole.message };
}

/** What `readTypedDate` reads back as the same date. */
export function typeDate(date: CslDate): string {
  const season =
    date.season === undefined ? '' : `${['spring', 'summer', 'autumn', 'winter'][date.season - 1]} `;
  const [from, to] = date['date-parts'].map((parts) => {
    const digits = parts.map((part, index) => String(Math.abs(part)).padStart(index === 0 ? 4 : 2, '0'));
    return `${digits.join('-')}${parts[0]! < 0 ? ' BCE' : ''}`;
  });
  return `${date.circa === true ? 'c. ' : ''}${season}${[from, to].filter(Boolean).join(' – ')}`;
}

function asDate({ parts, season, swapped }: Single, circa: boolean): TypedDate {
  const date = (read: Parts): CslDate => ({
    'date-parts': [read],
    ...(circa && { circa }),
    ...(season !== undefined && { season }),
  });
  if (swapped === undefined) return { kind: 'date', date: date(parts) };
  return { kind: 'ambiguous', choices: [date(parts), date(swapped)] };
}

/** One date, what is wrong with it, or null for what is none. */
function readSingle(text: string): Single | { message: string } | null {
  const era = BEFORE.exec(text);
  const plain =
    era === null ? text : era[1]!.replace(/(?<![\d./-])\d{1,3}$/u, (year) => year.padStart(4, '0'));
  const read = readNumeric(plain) ?? readWords(plain);
  if (read === null) return null;
  const [year = 0, month, day] = read.parts;
  if (year < (era === null ? 100 : 1)) return { message: 'Write the year with four digits.' };
  if (month !== undefined && (month < 1 || month > 12)) return { message: `There is no month ${month}.` };
  if (day !== undefined && month !== undefined) {
    const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    if (day < 1 || day > days) return { message: `That month has ${days} days.` };
  }
  return era === null ? read : { ...read, parts: read.parts.with(0, -year) };
}

function readNumeric(text: string): Single | null {
  const eastAsian = /^(\d{3,4})[年년]\s?(?:(\d{1,2})[月월]\s?(?:(\d{1,2})[日일])?)?$/u.exec(text);
  const yearFirst =
    eastAsian ??
    /^(\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text) ??
    /^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?\.?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (yearFirst !== null) return { parts: numbers(yearFirst.slice(1)) };
  const monthYear = /^(\d{1,2})[./-](\d{4})$/u.exec(text);
  if (monthYear !== null) return { parts: [Number(monthYear[2]), Number(monthYear[1])] };
  const yearLast = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{1,4})$/u.exec(text);
  if (yearLast === null) return null;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  const dayFirst = [year, second, first];
  // Full stops stand in dates that begin with the day; of the others each country has its own order.
  if (yearLast[2] === '.' || first > 12 || first === second) return { parts: dayFirst };
  return second > 12 ? { parts: [year, first, second] } : { parts: dayFirst, swapped: [year, first, second] };
}

/** `9 May 2023`, `May 9, 2023`, `May 2023`, `2023 May`, `spring 2023`, in the languages of `dateWords`. */
function readWords(text: string): Single | null {
  const words = text
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/gu, '$1')
    .split(/[\s,]+/u)
    .filter((word) => word !== '' && word !== 'of' && word !== 'de');
  const figures = words.filter((word) => /^\d+\.?$/u.test(word)).map((word) => Number.parseInt(word, 10));
  const names = words.filter((word) => !/^\d+\.?$/u.test(word));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0 || figures.length === 0 || figures.length > 2) return null;
  const year = figures.find((figure) => figure > 99) ?? figures.at(-1)!;
  const season = seasonNumber(name);
  if (season !== null && figures.length === 1) return { parts: [year], season };
  const month = monthNumber(name);
  if (month === null) return null;
  const day = figures.find((figure) => figure !== year);
  return { parts: day === undefined ? [year, month] : [year, month, day] };
}

/** What the beginning of a range leaves out stands at its end: `9–11 May 2023`, `May–June 2023`, `2019–21`. */
function readRange(text: string): [Parts, Parts] | null {
  const cut = /^(.+?)\s*(?:\s[-–—]\s|[–—/]|\s(?:to|until|bis|à|al?)\s)\s*(.+)$/u.exec(text);
  const compact = cut ?? /^(\d{1,2})-(\d{1,2}\s.+)$/u.exec(text) ?? /^(\p{L}+)-(\p{L}+\s.+)$/u.exec(text);
  if (compact === null) return null;
  const [left, right] = [compact[1]!, compact[2]!];
  const from = plain(left);
  const to = plain(right);
  if (from !== null && to !== null) return [from, to];
  if (from !== null && /^\d{2}$/u.test(right) && from.length === 1)
    return [from, [Math.floor(from[0]! / 100) * 100 + Number(right)]];
  if (to === null) return null;
  const [year, month] = to;
  const completed = /^\d{1,2}\.?$/u.test(left)
    ? month === undefined || to.length < 3
      ? null
      : plain(`${year}-${month}-${Number.parseInt(left, 10)}`)
    : plain(`${left} ${year}`);
  return completed === null ? null : [completed, to];
}

function plain(text: string): Parts | null {
  const read = readSingle(text.replace(WEEKDAYS, ''));
  return read === null || 'message' in read || read.swapped !== undefined || read.season !== undefined
    ? null
    : read.parts;
}

function numbers(texts: readonly (string | undefined)[]): Parts {
  return texts.filter((text) => text !== undefined).map(Number);
}

function compare(a: Parts, b: Parts): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1)
    if (a[index] !== b[index]) return a[index]! - b[index]!;
  return 0;
}
