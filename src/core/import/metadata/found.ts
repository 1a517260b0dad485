/** Metadata on its way from a reader to its final form. */
import type { ArticleMetadata } from '#domain/article.ts';
import type { CslDateField, CslField, CslItem } from '#domain/csl.ts';
import type { ReadDate } from './dates.ts';

export interface Found {
  csl: Partial<CslItem>;
  /** Fields of `csl` that were inferred, not read. */
  inferred: Set<CslField>;
  issuedNotBefore: string | null;
  /** When the text says that it was last changed, and the line that says so. */
  revised: { date: ReadDate; printed: string } | null;
  /** Words that the file itself files the article under. */
  tags: string[];
  excerpt: boolean;
  /** What to look at: sentences for the report. */
  messages: string[];
}

export function nothingFound(): Found {
  return {
    csl: {},
    inferred: new Set(),
    issuedNotBefore: null,
    revised: null,
    tags: [],
    excerpt: false,
    messages: [],
  };
}

/** Sets a field unless it is set already or the value is empty. Returns whether it was set. */
export function offer<F extends CslField>(
  found: Found,
  field: F,
  value: CslItem[F] | null | undefined,
  inferred = false,
): boolean {
  if (value === null || value === undefined || value === '' || found.csl[field] !== undefined) return false;
  if (Array.isArray(value) && value.length === 0) return false;
  found.csl[field] = value;
  if (inferred) found.inferred.add(field);
  return true;
}

/** Sets a date that was read; one whose day and month could be swapped stays unconfirmed and is reported. */
export function offerDate(found: Found, field: CslDateField, read: ReadDate | null, printed: string): void {
  if (read === null || !offer(found, field, read.date, read.ambiguous) || !read.ambiguous) return;
  const [year = 0, month = 1, day = 1] = read.date['date-parts'][0]!;
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
  found.messages.push(`Read the date “${printed.trim()}” as ${long}; check the order of day and month.`);
}

/** Keeps what a line says of the last change; the first such line counts. */
export function noteRevision(
  found: Found,
  { revised, printedDate }: { revised: ReadDate | null; printedDate: string },
): void {
  if (revised !== null) found.revised ??= { date: revised, printed: printedDate };
}

/** Fields in CSL's order of importance, without those that were inferred and then not kept. */
export function asMetadata(found: Found, csl: CslItem): ArticleMetadata {
  return {
    csl,
    unconfirmed: [...found.inferred].filter((field) => csl[field] !== undefined),
    issuedNotBefore: found.issuedNotBefore,
    excerpt: found.excerpt,
  };
}
