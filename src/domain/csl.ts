/**
 * Bibliographic metadata as CSL-JSON 1.0.2, the form in which Dossier stores it.
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
import { z } from 'zod';

/** The CSL item types that an analyst's library holds. */
export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry-dictionary',
  'entry-encyclopedia',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'patent',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

/** A person (family, given, particles) or an organisation (literal). */
const cslNameSchema = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  suffix: z.string().optional(),
  literal: z.string().optional(),
});
export type CslName = z.infer<typeof cslNameSchema>;

const datePart = z.number().int();

/** One date or a range; each is [year], [year, month] or [year, month, day], months and days from 1. */
const cslDateSchema = z.object({
  'date-parts': z.array(z.array(datePart).min(1).max(3)).min(1).max(2),
  circa: z.boolean().optional(),
});
export type CslDate = z.infer<typeof cslDateSchema>;

const text = z.string().optional();
const names = z.array(cslNameSchema).optional();
const date = cslDateSchema.optional();

/** A CSL-JSON item without its `id`: the id is the article's. */
export const cslItemSchema = z.object({
  type: z.enum(CSL_TYPES),
  title: z.string(),
  'title-short': text,
  author: names,
  editor: names,
  translator: names,
  'container-author': names,
  'collection-editor': names,
  compiler: names,
  contributor: names,
  director: names,
  interviewer: names,
  recipient: names,
  chair: names,
  host: names,
  guest: names,
  'original-author': names,
  'reviewed-author': names,
  'container-title': text,
  'container-title-short': text,
  'collection-title': text,
  'collection-number': text,
  publisher: text,
  'publisher-place': text,
  issued: date,
  accessed: date,
  submitted: date,
  'event-date': date,
  'original-date': date,
  language: text,
  abstract: text,
  genre: text,
  number: text,
  volume: text,
  'volume-title': text,
  issue: text,
  page: text,
  'number-of-pages': text,
  'number-of-volumes': text,
  section: text,
  'chapter-number': text,
  'part-number': text,
  'part-title': text,
  'supplement-number': text,
  edition: text,
  version: text,
  status: text,
  medium: text,
  dimensions: text,
  scale: text,
  'event-title': text,
  'event-place': text,
  authority: text,
  jurisdiction: text,
  division: text,
  references: text,
  'reviewed-title': text,
  'original-title': text,
  'original-publisher': text,
  'original-publisher-place': text,
  archive: text,
  'archive-place': text,
  archive_location: text,
  'call-number': text,
  source: text,
  DOI: text,
  ISBN: text,
  ISSN: text,
  PMID: text,
  PMCID: text,
  URL: text,
  'citation-key': text,
  note: text,
});
export type CslItem = z.infer<typeof cslItemSchema>;
export type CslField = keyof CslItem;

type FieldOf<V> = Exclude<
  { [K in CslField]-?: CslItem[K] extends V | undefined ? K : never }[CslField],
  'type'
>;
/** Variables that hold names, dates, or one text. */
export type CslNamesField = FieldOf<CslName[]>;
export type CslDateField = FieldOf<CslDate>;
export type CslTextField = FieldOf<string>;

export const CSL_NAMES_FIELDS = [
  'author',
  'editor',
  'translator',
  'container-author',
  'collection-editor',
  'compiler',
  'contributor',
  'director',
  'interviewer',
  'recipient',
  'chair',
  'host',
  'guest',
  'original-author',
  'reviewed-author',
] as const satisfies readonly CslNamesField[];
export const CSL_DATE_FIELDS = [
  'issued',
  'accessed',
  'submitted',
  'event-date',
  'original-date',
] as const satisfies readonly CslDateField[];

const NAMES_FIELDS: ReadonlySet<CslField> = new Set(CSL_NAMES_FIELDS);
const DATE_FIELDS: ReadonlySet<CslField> = new Set(CSL_DATE_FIELDS);

/** Title first. */
export const CSL_TEXT_FIELDS: readonly CslTextField[] = cslItemSchema
  .keyof()
  .options.filter(
    (field): field is CslTextField => field !== 'type' && !NAMES_FIELDS.has(field) && !DATE_FIELDS.has(field),
  );

export function isNamesField(field: CslField): field is CslNamesField {
  return NAMES_FIELDS.has(field);
}

export function isDateField(field: CslField): field is CslDateField {
  return DATE_FIELDS.has(field);
}

/** `Elcan Tokmak`; `서윤재`, family name first, in Chinese, Japanese and Korean; or the organisation's name. */
export function nameInReadingOrder(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  if (EAST_ASIAN.test(name.family ?? '')) return `${name.family}${name.given ?? ''}`;
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Who wrote it, in reading order: one or two names, or the first `et al.`; null where nobody is named. */
export function authorLine(item: CslItem): string | null {
  const [first, second, ...more] = item.author ?? [];
  if (first === undefined) return null;
  if (more.length > 0) return `${nameInReadingOrder(first)} et al.`;
  if (second === undefined) return nameInReadingOrder(first);
  return `${nameInReadingOrder(first)} and ${nameInReadingOrder(second)}`;
}

/** ISO 8601 with the precision the date has: `2023`, `2023-05` or `2023-05-09`; a range as `a/b`. */
export function cslDateToIso(date: CslDate): string {
  return date['date-parts']
    .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
}

/** Reads `2023`, `2023-05` or `2023-05-09`; null for anything else. */
export function cslDateFromIso(iso: string): CslDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso.trim());
  if (match === null) return null;
  const parts = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  const [, month = 1, day = 1] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { 'date-parts': [parts] };
}

/** The year a work was issued, null where it is not known. */
export function issuedYear(item: CslItem): number | null {
  return item.issued?.['date-parts'][0]?.[0] ?? null;
}
