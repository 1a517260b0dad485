/** Cells as the fields of an article want them. */
import type { TableMapping } from '#contract/importTables.ts';
import type { CslItem, CslName } from '#domain/csl.ts';
import { BIDI_CONTROLS } from '../content/characters.ts';
import { metadataDate, type ReadDate } from '../metadata/dates.ts';
import { statedNames, statedType } from '../metadata/keys.ts';
import { articleUrl } from '../metadata/urls.ts';

/** What a list's objects call their text. */
const TEXT_KEYS = ['text', 'content', 'body', 'value', 'html', 'name', 'title', 'label'];

/** A cell as text; the parts of a list are parted by `between`. Empty where there is none. */
export function textOf(value: unknown, between = ', '): string {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map((part) => textOf(part, between))
      .filter((part) => part.trim() !== '')
      .join(between);
  if (typeof value !== 'object' || value === null) return '';
  const held = value as Record<string, unknown>;
  const name = TEXT_KEYS.find((wanted) => held[wanted] !== undefined && held[wanted] !== null);
  return name === undefined ? '' : textOf(held[name], between);
}

/** On one line, without the controls that would turn the writing direction of what stands around it. */
export function lineOf(value: unknown): string {
  return textOf(value).replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
}

/** `['A', 'B']`, as JSON and Python write lists into cells; null for any other text. */
function writtenList(text: string): string[] | null {
  if (!/^\s*\[.*\]\s*$/su.test(text)) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map((part) => textOf(part)).filter((part) => part !== '') : null;
  } catch {
    const parts = [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu)];
    return parts.length === 0
      ? null
      : parts.map((part) => (part[1] ?? part[2] ?? '').replace(/\\(.)/gu, '$1'));
  }
}

export function namesOf(value: unknown): CslName[] {
  if (typeof value !== 'string') return statedNames(value);
  const list = writtenList(value);
  if (list !== null) return statedNames(list);
  const text = value.replace(/^\s*(?:by|von|par|por)\s+/iu, '').replace(/\s*[|\n]\s*/gu, '; ');
  return statedNames(text);
}

/** In the order given, without repeats. A tag has at most 100 characters. */
export function tagsOf(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map((part) => textOf(part))
    : (writtenList(textOf(value)) ?? splitTags(textOf(value)));
  const tags = parts.map((part) => part.replace(/\s+/gu, ' ').replace(/^#/u, '').trim());
  return [...new Set(tags.filter((tag) => tag !== '' && tag.length <= 100))];
}

function splitTags(text: string): string[] {
  const separator = [/[|\n]/u, /;/u, /[,、，]/u].find((sign) => sign.test(text));
  return separator === undefined ? [text] : text.split(separator);
}

export function urlOf(value: unknown): string | null {
  const text = lineOf(value);
  return articleUrl(/^www\./iu.test(text) ? `https://${text}` : text);
}

/** Kinds of sources as other programs call them, in lower case without spaces. */
const TYPES: Record<string, CslItem['type']> = {
  article: 'article-journal',
  journalarticle: 'article-journal',
  newspaperarticle: 'article-newspaper',
  newsarticle: 'article-newspaper',
  magazinearticle: 'article-magazine',
  booksection: 'chapter',
  bookchapter: 'chapter',
  conferencepaper: 'paper-conference',
  blogpost: 'post-weblog',
  forumpost: 'post',
  tweet: 'post',
  socialmediapost: 'post',
  preprint: 'article',
  case: 'legal_case',
  statute: 'legislation',
  film: 'motion_picture',
  videorecording: 'motion_picture',
  tvbroadcast: 'broadcast',
  radiobroadcast: 'broadcast',
  podcast: 'broadcast',
  presentation: 'speech',
  encyclopediaarticle: 'entry-encyclopedia',
  dictionaryentry: 'entry-dictionary',
  email: 'personal_communication',
  letter: 'personal_communication',
  computerprogram: 'software',
  artwork: 'graphic',
};

/** Null for what says no kind of source. */
export function typeOf(value: unknown): CslItem['type'] | null {
  const text = lineOf(value);
  return TYPES[text.toLowerCase().replace(/[\s_-]/gu, '')] ?? statedType(text);
}

/** `10.1234/abc` of a DOI however it is written; null for anything else. */
export function doiOf(value: unknown): string | null {
  return /\b10\.\d{4,9}\/\S+/u.exec(lineOf(value))?.[0].replace(/[.,;]+$/u, '') ?? null;
}

/** Days from 1899-12-30 to 1970-01-01: spreadsheets count from there. */
const SHEET_EPOCH = 25_569;
const DAY = 86_400_000;

/**
 * Dates as people and programs write them: besides what metadata hold, seconds and milliseconds since 1970,
 * days as spreadsheets count them, and `03/04/2024` by the order given.
 */
export function dateOf(value: unknown, order: TableMapping['dates']): ReadDate | null {
  const text = lineOf(value);
  if (/^\d{9,10}(?:\.\d+)?$/u.test(text)) return dayOf(Number(text) * 1000);
  if (/^\d{12,13}$/u.test(text)) return dayOf(Number(text));
  if (/^[2-5]\d{4}(?:\.\d+)?$/u.test(text)) return dayOf((Math.floor(Number(text)) - SHEET_EPOCH) * DAY);
  const read = metadataDate(text) ?? shortYear(text, order);
  if (read === null || !read.ambiguous || order === 'auto') return read;
  const [year = 0, month = 1, day = 1] = read.date['date-parts'][0]!;
  return {
    date: { 'date-parts': [order === 'dmy' ? [year, month, day] : [year, day, month]] },
    ambiguous: false,
  };
}

function dayOf(milliseconds: number): ReadDate | null {
  const date = new Date(milliseconds);
  if (!(date.getTime() > 0)) return null;
  return {
    date: { 'date-parts': [[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]] },
    ambiguous: false,
  };
}

/** `03/04/24`: years are those of the last eighty and the next twenty. */
function shortYear(text: string, order: TableMapping['dates']): ReadDate | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?=$|\s)/u.exec(text);
  if (match === null) return null;
  const short = Number(match[4]);
  const century = short <= (new Date().getFullYear() % 100) + 20 ? 2000 : 1900;
  const [first, second] = order === 'mdy' ? [match[3], match[1]] : [match[1], match[3]];
  return metadataDate(`${first}/${second}/${century + short}`);
}
