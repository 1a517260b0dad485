/**
 * Bibliographic metadata as CSL-JSON 1.0.2, the form in which Dossier stores it.
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
import { z } from 'zod';
import { titleMarkupSchema } from './titleMarkup.ts';

/** Every item type of CSL 1.0.2. */
export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

/** Who had a part in a work, by their role. */
export const CSL_NAMES_FIELDS = [
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editor-translator',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator',
] as const;
export type CslNamesField = (typeof CSL_NAMES_FIELDS)[number];

export const CSL_DATE_FIELDS = [
  'issued',
  'accessed',
  'available-date',
  'event-date',
  'original-date',
  'submitted',
] as const;
export type CslDateField = (typeof CSL_DATE_FIELDS)[number];

/**
 * What an item says in words or numbers. Left out of CSL's list: what the processor works out by itself
 * (`citation-number`, `year-suffix`, …) and what belongs to a citation (`locator`).
 */
export const CSL_TEXT_FIELDS = [
  'title',
  'title-short',
  'abstract',
  'annote',
  'archive',
  'archive_collection',
  'archive_location',
  'archive-place',
  'authority',
  'call-number',
  'chapter-number',
  'citation-key',
  'collection-number',
  'collection-title',
  'container-title',
  'container-title-short',
  'dimensions',
  'division',
  'DOI',
  'edition',
  'event-place',
  'event-title',
  'genre',
  'ISBN',
  'ISSN',
  'issue',
  'jurisdiction',
  'keyword',
  'language',
  'license',
  'medium',
  'note',
  'number',
  'number-of-pages',
  'number-of-volumes',
  'original-publisher',
  'original-publisher-place',
  'original-title',
  'page',
  'page-first',
  'part-number',
  'part-title',
  'PMCID',
  'PMID',
  'printing-number',
  'publisher',
  'publisher-place',
  'references',
  'reviewed-genre',
  'reviewed-title',
  'scale',
  'section',
  'source',
  'status',
  'supplement-number',
  'URL',
  'version',
  'volume',
  'volume-title',
] as const;
export type CslTextField = (typeof CSL_TEXT_FIELDS)[number];

/** A person (family, given, particles) or an organisation (literal). */
export const cslNameSchema = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  suffix: z.string().optional(),
  literal: z.string().optional(),
});
export type CslName = z.infer<typeof cslNameSchema>;

const datePart = z.number().int();

/**
 * One date or a range; each is [year], [year, month] or [year, month, day], months and days from 1. A year BCE is
 * negative: -44 is 44 BCE, and there is no year 0.
 */
const cslDateSchema = z.object({
  'date-parts': z.array(z.array(datePart).min(1).max(3)).min(1).max(2),
  circa: z.boolean().optional(),
  /** 1 spring, 2 summer, 3 autumn, 4 winter; beside a year without a month. */
  season: z.number().int().min(1).max(4).optional(),
});
export type CslDate = z.infer<typeof cslDateSchema>;

function optional<F extends string, S extends z.ZodType>(
  fields: readonly F[],
  schema: S,
): Record<F, z.ZodOptional<S>> {
  return Object.fromEntries(fields.map((field) => [field, schema.optional()])) as Record<F, z.ZodOptional<S>>;
}

const fieldsSchema = z.object({
  type: z.enum(CSL_TYPES),
  ...optional(CSL_NAMES_FIELDS, z.array(cslNameSchema)),
  ...optional(CSL_DATE_FIELDS, cslDateSchema),
  ...optional(CSL_TEXT_FIELDS, z.string()),
  title: z.string(),
});
export const cslFieldSchema = fieldsSchema.keyof();
export type CslField = z.infer<typeof cslFieldSchema>;

/** A CSL-JSON item without its `id`: the id is the article's. */
export const cslItemSchema = fieldsSchema.extend({
  /** Titles with words in italics and the like: see `titleMarkup.ts`. */
  markup: titleMarkupSchema.optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;

const NAMES_FIELDS: ReadonlySet<string> = new Set(CSL_NAMES_FIELDS);
const DATE_FIELDS: ReadonlySet<string> = new Set(CSL_DATE_FIELDS);

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

/**
 * ISO 8601 with the precision the date has: `2023`, `2023-05` or `2023-05-09`; a range as `a/b`. It counts a year 0:
 * 44 BCE is `-0043`.
 */
export function cslDateToIso(date: CslDate): string {
  return date['date-parts']
    .map(([year = 0, ...rest]) => {
      const counted = year < 0 ? year + 1 : year;
      const digits = String(Math.abs(counted)).padStart(4, '0');
      return [
        `${counted < 0 ? '-' : ''}${digits}`,
        ...rest.map((part) => String(part).padStart(2, '0')),
      ].join('-');
    })
    .join('/');
}

/** The year as CSL has it, from one as ISO 8601 counts it. */
export function cslYear(isoYear: number): number {
  return isoYear <= 0 ? isoYear - 1 : isoYear;
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
