/** When the notes of an article say that their sources were looked at. */
import { cslDateToIso } from '#domain/csl.ts';
import { findDate } from './dates.ts';

const ACCESSED =
  /(?:date of access(?:ion)?|access(?:ed)?(?: on| date)?|last (?:accessed|visited)|retrieved(?: on)?|viewed(?: on)?|erişim(?: tarihi)?|consulté le|abgerufen am|zugriff am|consultado el|접속일?|검색일|閲覧日?|アクセス日?)\s*[:：]?\s*(.{4,40})/giu;

/**
 * The latest access date in `notes`, as ISO 8601; null where there is none. The article cannot have
 * appeared before it. It says nothing about when the article did appear.
 */
export function latestAccessDate(notes: string[]): string | null {
  const dates = notes
    .flatMap((note) => [...note.matchAll(ACCESSED)])
    .flatMap((match) => findDate(match[1]!)?.date ?? [])
    .filter((date) => date['date-parts'][0]!.length === 3)
    .map(cslDateToIso);
  return dates.toSorted().at(-1) ?? null;
}
