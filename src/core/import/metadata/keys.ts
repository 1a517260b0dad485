/** Metadata that a file states as key and value: YAML front matter, and header lines of plain text. */
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  CSL_TYPES,
  type CslField,
  type CslItem,
  type CslName,
  type CslTextField,
  isDateField,
  isNamesField,
} from '#domain/csl.ts';
import { metadataDate } from './dates.ts';
import { type Found, offer, offerDate } from './found.ts';
import { readName, readNames } from './names.ts';
import { articleUrl } from './urls.ts';

type TextField =
  | 'title'
  | 'container-title'
  | 'publisher'
  | 'publisher-place'
  | 'language'
  | 'abstract'
  | 'genre'
  | 'number'
  | 'volume'
  | 'issue'
  | 'page'
  | 'section'
  | 'edition'
  | 'DOI'
  | 'ISBN'
  | 'ISSN';

/** Keys as people write them, in lower case without spaces, hyphens and underscores. */
const TEXT_KEYS: Record<string, TextField> = {
  title: 'title',
  headline: 'title',
  başlık: 'title',
  titre: 'title',
  제목: 'title',
  題名: 'title',
  containertitle: 'container-title',
  container: 'container-title',
  publication: 'container-title',
  journal: 'container-title',
  newspaper: 'container-title',
  magazine: 'container-title',
  publishedin: 'container-title',
  publisher: 'publisher',
  source: 'publisher',
  site: 'publisher',
  sitename: 'publisher',
  website: 'publisher',
  organization: 'publisher',
  organisation: 'publisher',
  institution: 'publisher',
  yayıncı: 'publisher',
  출처: 'publisher',
  発行元: 'publisher',
  place: 'publisher-place',
  publisherplace: 'publisher-place',
  lang: 'language',
  language: 'language',
  locale: 'language',
  dil: 'language',
  abstract: 'abstract',
  description: 'abstract',
  summary: 'abstract',
  excerpt: 'abstract',
  deck: 'abstract',
  genre: 'genre',
  kind: 'genre',
  category: 'genre',
  number: 'number',
  reportnumber: 'number',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  page: 'page',
  section: 'section',
  edition: 'edition',
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
};
const PLAIN_CSL_KEYS: ReadonlySet<string> = new Set([
  'archive',
  'authority',
  'compiler',
  'director',
  'interviewer',
  'jurisdiction',
  'PMCID',
  'PMID',
  'recipient',
  'submitted',
]);
const NAME_KEYS: Record<string, 'author' | 'editor' | 'translator'> = {
  author: 'author',
  authors: 'author',
  by: 'author',
  byline: 'author',
  creator: 'author',
  yazar: 'author',
  auteur: 'author',
  저자: 'author',
  글: 'author',
  著者: 'author',
  執筆: 'author',
  editor: 'editor',
  editors: 'editor',
  translator: 'translator',
  translators: 'translator',
};
const DATE_KEYS: Record<string, 'issued' | 'accessed'> = {
  date: 'issued',
  published: 'issued',
  issued: 'issued',
  publishdate: 'issued',
  pubdate: 'issued',
  datepublished: 'issued',
  publicationdate: 'issued',
  created: 'issued',
  posted: 'issued',
  tarih: 'issued',
  날짜: 'issued',
  日付: 'issued',
  accessed: 'accessed',
  accessdate: 'accessed',
  retrieved: 'accessed',
  clipped: 'accessed',
  saved: 'accessed',
};
/**
 * Variables of CSL by their own names, as files written for citations state them. Single words that headers
 * also use for other things (`source`, `status`, `note`, …) are left out.
 */
const CSL_KEYS: ReadonlyMap<string, CslField> = new Map(
  [...CSL_NAMES_FIELDS, ...CSL_DATE_FIELDS, ...CSL_TEXT_FIELDS]
    .filter((field) => /[-_]/u.test(field) || PLAIN_CSL_KEYS.has(field))
    .map((field) => [keyOf(field), field]),
);
const URL_KEYS = new Set(['url', 'link', 'sourceurl', 'canonical', 'canonicalurl', 'permalink', 'web']);

/** Takes over one stated value. Returns false where the key means nothing to us or the value does not fit it. */
export function offerStated(found: Found, key: string, value: unknown): boolean {
  const name = keyOf(key);
  const text = asText(value);
  if (URL_KEYS.has(name) || (name === 'source' && /^https?:\/\//u.test(text)))
    return offer(found, 'URL', articleUrl(text));
  const cslField = CSL_KEYS.get(name);
  const nameField =
    NAME_KEYS[name] ?? (cslField !== undefined && isNamesField(cslField) ? cslField : undefined);
  if (nameField !== undefined) return offer(found, nameField, statedNames(value));
  const dateField =
    DATE_KEYS[name] ?? (cslField !== undefined && isDateField(cslField) ? cslField : undefined);
  if (dateField !== undefined) {
    const date = metadataDate(text);
    offerDate(found, dateField, date, text);
    return date !== null;
  }
  if (name === 'type') return offer(found, 'type', statedType(text));
  const field = TEXT_KEYS[name] ?? (cslField as CslTextField | undefined);
  return field !== undefined && offer(found, field, text === '' ? null : text);
}

function keyOf(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/gu, '');
}

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim();
  return typeof value === 'number' ? String(value) : '';
}

/** A text, a list of texts, or objects with `name` or CSL's own members. */
export function statedNames(value: unknown): CslName[] {
  if (Array.isArray(value)) return value.flatMap(statedName);
  return typeof value === 'string' ? readNames(value) : statedName(value);
}

const NAME_PARTS = [
  'family',
  'given',
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
  'literal',
] as const;

function statedName(value: unknown): CslName[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [readName(value)];
  if (typeof value !== 'object' || value === null) return [];
  const { name, ...parts } = value as Record<string, unknown>;
  const stated = NAME_PARTS.flatMap((part) => {
    const text = parts[part];
    return typeof text === 'string' && text.trim() !== '' ? [[part, text.trim()] as const] : [];
  });
  if (stated.some(([part]) => part === 'family' || part === 'literal')) return [Object.fromEntries(stated)];
  return typeof name === 'string' && name.trim() !== '' ? [readName(name)] : [];
}

/** A CSL type, or a common word for one; null for anything else. */
export function statedType(text: string): CslItem['type'] | null {
  const wanted = text.toLowerCase();
  const common: Record<string, CslItem['type']> = {
    news: 'article-newspaper',
    newspaper: 'article-newspaper',
    magazine: 'article-magazine',
    journal: 'article-journal',
    blog: 'post-weblog',
    web: 'webpage',
    page: 'webpage',
  };
  return CSL_TYPES.find((type) => type === wanted) ?? common[wanted] ?? null;
}
