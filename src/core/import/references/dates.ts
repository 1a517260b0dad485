/** Dates as reference managers write them. */
import { type CslDate, cslYear } from '#domain/csl.ts';
import { findDate } from '../metadata/dates.ts';

type Parts = number[];

const CIRCA = /^(?:c(?:irca|a)?\.?|um|vers|yaklaşık)\s+|[~?%]+$|[~?%](?=\/)/giu;

/**
 * EDTF levels 0 and 1 (https://www.loc.gov/standards/datetime/) as BibLaTeX has them, with ranges, `~` and `?`;
 * RIS dates (`2023/05/09/`); years in brackets; else a date as people write it. Null where no year is told.
 */
export function referenceDate(text: string): CslDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[[\]{}()©]/gu, '')
    .replace(/[–—]/gu, '/')
    .trim();
  const certain = plain.replace(CIRCA, '').trim();
  const circa = certain !== plain ? { circa: true } : {};
  const parts = isoRange(certain) ?? ris(certain);
  if (parts !== null) return { 'date-parts': parts, ...circa, ...inSeason(certain, parts) };
  const read = findDate(certain)?.date['date-parts'] ?? null;
  if (read !== null) return { 'date-parts': read, ...circa };
  const year = /(?<!\d)(\d{4})(?!\d)/u.exec(certain)?.[1];
  if (year === undefined) return null;
  const alone = [[Number(year)]];
  return { 'date-parts': alone, ...circa, ...inSeason(certain, alone) };
}

/** EDTF writes seasons as months 21 to 24, others by their names. */
function inSeason(text: string, parts: readonly Parts[]): { season?: number } {
  if (parts.length !== 1 || parts[0]!.length !== 1) return {};
  const number = /^-?\d{4}[-/]2([1-4])(?!\d)/u.exec(text)?.[1];
  const season = number === undefined ? seasonOf(text) : Number(number);
  return season === undefined ? {} : { season };
}

const SEASONS = [
  /spring|printemps|frühling|frühjahr|primavera/iu,
  /summer|été|sommer|verano/iu,
  /autumn|fall|automne|herbst|otoño/iu,
  /winter|hiver|invierno/iu,
];

/** 1 to 4 for spring to winter, by number or name. */
export function seasonOf(text: string): number | undefined {
  if (/^[1-4]$/u.test(text.trim())) return Number(text);
  const index = SEASONS.findIndex((name) => name.test(text));
  return index === -1 ? undefined : index + 1;
}

/** `2020`, `2020-05`, `2020-05-09T10:00`, `2019/2020`; an open end is left out. */
function isoRange(text: string): Parts[] | null {
  const slashed =
    /^-?\d{4}[^/]*\/(?:-?\d{4}.*|\.\.|open|)$/u.test(text) && !/^\d{4}\/\d{1,2}(?:\/|$)/u.test(text);
  const ends = slashed ? text.split('/', 2) : [text];
  const parts = ends.filter((end) => end !== '' && end !== '..' && end !== 'open').map(iso);
  const known = parts.filter((end) => end !== null);
  return parts.length === 0 || known.length < parts.length ? null : known;
}

function iso(text: string): Parts | null {
  const match = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?[~?%]*$/u.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return dateParts(year === undefined ? undefined : cslYear(year), month, day);
}

/** `2023/05/09/`, `2023/05//`, `2023///Spring`. */
function ris(text: string): Parts[] | null {
  const match = /^(\d{4})\/(\d{0,2})(?:\/(\d{0,2}))?(?:\/.*)?$/u.exec(text);
  if (match === null) return null;
  const number = (part: string | undefined): number | undefined => (part ? Number(part) : undefined);
  const parts = dateParts(Number(match[1]), number(match[2]), number(match[3]));
  return parts === null ? null : [parts];
}

/** Parts as far as the calendar knows them. */
export function dateParts(year?: number, month?: number, day?: number): Parts | null {
  if (year === undefined || !Number.isInteger(year)) return null;
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return [year];
  if (day === undefined || !Number.isInteger(day) || day < 1 || day > 31) return [year, month];
  return [year, month, day];
}

/** The number of a month written as number or by its English name or its first three letters. */
export function monthNumber(text: string): number | undefined {
  const number = /^\d{1,2}$/u.test(text.trim())
    ? Number(text)
    : MONTHS.indexOf(text.trim().slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? number : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
