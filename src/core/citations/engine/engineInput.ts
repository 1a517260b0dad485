/** Metadata and citations in the form in which citeproc wants them. */
import type { CiteItem } from 'citeproc';
import type { CitationItem } from '#domain/citation.ts';
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  type CslDate,
  type CslItem,
  type CslName,
  nameInReadingOrder,
} from '#domain/csl.ts';
import { withTitleMarkup } from '#domain/titleMarkup.ts';

/**
 * `note` is left out because citeproc reads it as further fields; `abstract` and `annote` because they are ours. What
 * is empty is left out, and what cannot be is set right: citeproc prints errors into citations, or fails for
 * the whole brief, over an empty name, a range of dates of two precisions, or a language that is none.
 */
export function engineItem(id: number, item: CslItem): Record<string, unknown> {
  const { note: _note, abstract: _abstract, annote: _annote, ...fields } = withTitleMarkup(item);
  const engineForm: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    const usable = typeof value === 'string' ? oneLine(value) : value;
    if (typeof usable !== 'string') engineForm[field] = usable;
    else if (!isBlank(usable)) engineForm[field] = asKey(usable);
  }
  if (typeof engineForm['title'] === 'string') engineForm['title'] = withoutStop(engineForm['title']);
  for (const field of TITLES) {
    const title = engineForm[field];
    if (typeof title === 'string') engineForm[field] = withFixedAddresses(title);
  }
  for (const role of CSL_NAMES_FIELDS) {
    const names = (fields[role] ?? []).flatMap((name) => engineName(name, fields.language) ?? []);
    if (names.length > 0) engineForm[role] = names;
    else delete engineForm[role];
  }
  if (fields.language?.trim()) engineForm['language'] = languageTag(fields.language);
  else delete engineForm['language'];
  // Its title is its first words, which are set as they were written (Chicago Manual of Style 17, 14.209).
  if (item.type === 'post')
    engineForm['language'] = /^en\b|^$/iu.test(fields.language ?? '') ? 'und' : engineForm['language'];
  if (PERIODICALS.has(item.type)) {
    delete engineForm['editor'];
    if (engineForm['container-title'] !== undefined) delete engineForm['publisher'];
  }
  for (const field of CSL_DATE_FIELDS) {
    const date = fields[field];
    if (date !== undefined) engineForm[field] = engineDate(date);
  }
  const goesByPerson = BY_PERSON.has(item.type) && engineForm['author'] !== undefined;
  return { ...(goesByPerson ? {} : { title: UNTITLED }), ...engineForm, id: String(id) };
}

/** "Ann Reid, interview by Jiho Park" (Chicago Manual of Style 17, 14.211 and 14.214): such sources need no title. */
const BY_PERSON: ReadonlySet<string> = new Set(['interview', 'personal_communication']);

/**
 * Who edited or published a newspaper or magazine is no part of the citation of an article in it (Chicago Manual of
 * Style 17, 14.191; APA 7, 10.1); the editors and publishers that styles print are those of books.
 */
const PERIODICALS: ReadonlySet<string> = new Set(['article-newspaper', 'article-magazine']);

const SEASONS: ReadonlySet<number> = new Set([21, 22, 23, 24]);

/** Stands for a title that was left empty. */
export const UNTITLED = '[untitled]';

/**
 * A language tag; `und` for what says no language, whose titles are left as they are: citeproc takes those without
 * a language for English, and sets their words in capitals.
 */
function languageTag(language: string): string {
  const [tag] = /^[a-z]{2,3}(?:-[a-z0-9]+)*(?![a-z0-9])/iu.exec(language.trim().replaceAll('_', '-')) ?? [
    'und',
  ];
  return tag;
}

/** Nothing but spaces and quotation marks, which citeproc sets anew: it prints nothing of them, or an error. */
function isBlank(text: string): boolean {
  return /^[\s"'`“”„‘’‚«»‹›]*$/u.test(text);
}

/** citeproc looks texts up in plain objects: what every object has a member of gets an invisible mark. */
function asKey(text: string): string {
  return text in Object.prototype ? `${text}\u2060` : text;
}

/** What styles set in capitals. */
const TITLES = ['title', 'title-short', 'container-title', 'collection-title'] as const;

/** `booking.com`, `https://…` and `name@example.org`: no style may give them capitals. */
function withFixedAddresses(title: string): string {
  return title.replaceAll(ADDRESS, (word) => `<span class="nocase">${word}</span>`);
}

const ADDRESS =
  /(?<![^\s("“‘'])(?:[a-z]+:\/\/\S+|[\p{L}\p{N}._-]*[\p{L}\p{N}]@?[.@]\p{Ll}{2,}[\p{L}\p{N}./-]*)/gu;

/**
 * A sentence loses its full stop: styles set their own, or a comma ("Title.,"). The stop of an abbreviation stays.
 */
function withoutStop(text: string): string {
  const [, word = ''] = /(\p{L}+)\.(?:["'”’»]|<\/[a-z]+>)*$/u.exec(text) ?? [];
  const isWord = /^\p{L}?\p{Ll}{4,}$/u.test(word);
  return isWord && !ABBREVIATIONS.has(word.toLowerCase())
    ? text.replace(/\.(?=(?:["'”’»]|<\/[a-z]+>)*$)/u, '')
    : text;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'approx assn bros corp dept depts govt prof univ'.split(' '),
);

/** Spaces that do not break stay: French sets them before its signs. So do those that part Japanese headlines. */
function oneLine(text: string): string {
  return text.trim().replaceAll(/[^\S\u00A0\u202F\u3000]+/gu, ' ');
}

/** Variables that name a thing; those that count may hold ranges. */
const IDENTIFIERS = ['number', 'call-number', 'version'] as const;

/** Marks hyphens between digits for citeproc, which would make a range of "No. 2023-14", with a dash. */
export function withHyphens(item: Record<string, unknown>): Record<string, unknown> {
  const marked = { ...item };
  for (const field of IDENTIFIERS) {
    const value = item[field];
    if (typeof value === 'string') marked[field] = value.replaceAll(/(?<=\p{N})-(?=\p{N})/gu, String.raw`\-`);
  }
  return marked;
}

/**
 * Months and days that the calendar has not are left out; both ends of a range are as precise as the other. Spring to
 * winter may be numbered as months 21 to 24 (EDTF): so ranges of seasons are written.
 */
function engineDate({ 'date-parts': dates, ...more }: CslDate): CslDate {
  const known = dates.map(([year = 0, month, day]) => {
    if (SEASONS.has(month ?? 0)) return [year, month!];
    if (month === undefined || month < 1 || month > 12) return [year];
    return day === undefined || day < 1 || day > 31 ? [year, month] : [year, month, day];
  });
  const precision = Math.min(...known.map((parts) => parts.length));
  return { ...more, 'date-parts': known.map((parts) => parts.slice(0, precision)) };
}

/**
 * Korean and Chinese names in their own script are never cut to the family name: a few family names serve
 * most people. They go in whole, family name first. A name without a family name goes in whole too; null for
 * one without anything.
 */
function engineName(printed: CslName, language: string | undefined): CslName | null {
  const name: CslName = {};
  for (const part of Object.keys(printed) as (keyof CslName)[]) {
    const text = oneLine((printed[part] ?? '').replaceAll(/\s+/gu, ' '));
    if (!isBlank(text)) name[part] = asKey(text);
  }
  const { family = '', given = '' } = name;
  if (name.literal === undefined && family === '') {
    const whole = nameInReadingOrder(name);
    return whole === '' ? null : { literal: whole };
  }
  const isKorean = /\p{Script=Hangul}/u.test(family);
  const isChinese = /^zh\b/i.test(language ?? '') && /^\p{Script=Han}+$/u.test(family);
  return (isKorean || isChinese) && given !== '' ? { literal: family + given } : name;
}

export interface CitePlace {
  /** It begins a footnote, and so with a capital. */
  opensNote: boolean;
  /** Its author's name stands in the text before it. */
  isNamed: boolean;
}

/** Kinds of locator that are called otherwise in the CSL locales, where `article` is a preprint (CSL 1.0.2). */
const TERMS: Partial<Record<string, string>> = { article: 'article-locator', title: 'title-locator' };

/** citeproc sets prefix and suffix as they are: the space or comma between them and the source is added here. */
export function engineCite(cite: CitationItem, { opensNote, isNamed }: CitePlace): CiteItem {
  const engineForm: CiteItem = { id: String(cite.articleId) };
  const locator = cite.locator?.trim() ?? '';
  const prefix = cite.prefix?.trim() ?? '';
  const suffix = withoutStop(cite.suffix?.trim() ?? '');
  if (locator !== '') {
    engineForm.locator = locator;
    engineForm.label = TERMS[cite.label ?? 'page'] ?? cite.label ?? 'page';
  }
  if (prefix !== '') engineForm.prefix = `${opensNote ? capitalised(prefix) : prefix} `;
  // A space that was typed says that the words go on without a comma: "33–35 and passim".
  if (suffix !== '') engineForm.suffix = (/^\s/u.test(cite.suffix ?? '') ? ' ' : separator(suffix)) + suffix;
  if (cite.suppressAuthor === true || isNamed) engineForm['suppress-author'] = true;
  return engineForm;
}

function separator(suffix: string): string {
  if (/^[,.;:!?]/.test(suffix)) return '';
  return /^[\p{L}\p{N}]/u.test(suffix) ? ', ' : ' ';
}

function capitalised(text: string): string {
  const [first = ''] = text;
  // Not in the language of the computer, whose capitals may be others (Turkish i).
  return first.toUpperCase() + text.slice(first.length);
}
