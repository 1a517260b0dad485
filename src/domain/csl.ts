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
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'speech',
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

/** A CSL-JSON item without its `id`: the id is the article's. */
export const cslItemSchema = z.object({
  type: z.enum(CSL_TYPES),
  title: z.string(),
  'title-short': z.string().optional(),
  author: z.array(cslNameSchema).optional(),
  editor: z.array(cslNameSchema).optional(),
  translator: z.array(cslNameSchema).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  issued: cslDateSchema.optional(),
  accessed: cslDateSchema.optional(),
  language: z.string().optional(),
  abstract: z.string().optional(),
  genre: z.string().optional(),
  number: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  section: z.string().optional(),
  edition: z.string().optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  ISSN: z.string().optional(),
  URL: z.string().optional(),
  note: z.string().optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;
export type CslField = keyof CslItem;

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
