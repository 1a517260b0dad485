/** The metadata of a PDF: what the file states (XMP, then Info), checked against its first page. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { metadataDate } from '../metadata/dates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { articleUrl } from '../metadata/urls.ts';
import { isTitle } from '../metadata/fileProperties.ts';
import { folded } from '../metadata/front.ts';

export interface StatedMetadata {
  /** By lower-case name, as "dc:title"; of several values the file's order. */
  xmp: Map<string, string[]>;
  info: Record<string, unknown>;
}

export async function statedMetadata(document: PDFDocumentProxy): Promise<StatedMetadata> {
  const xmp = new Map<string, string[]>();
  const read = await document.getMetadata().catch(() => null);
  for (const [name, value] of (read?.metadata ?? []) as Iterable<[string, unknown]>) {
    const values = [value].flat().filter((one) => typeof one === 'string' && one.trim() !== '') as string[];
    if (values.length > 0) xmp.set(name, values);
  }
  return { xmp, info: (read?.info ?? {}) as Record<string, unknown> };
}

const DOI = /\b(10\.\d{4,9}\/[^\s"<>]*[\p{L}\p{N}])/iu;

/**
 * `firstPage` is all text of the first page; `printedTitle` what it shows as title. What the file states but its
 * first page does not show is offered as inferred.
 */
export function pdfMetadata(
  { xmp, info }: StatedMetadata,
  firstPage: string,
  printedTitle: string | null,
): Found {
  const found = nothingFound();
  const one = (...names: string[]): string | undefined =>
    names.flatMap((name) => xmp.get(name) ?? [])[0]?.trim();
  const own = (name: string): string | undefined => {
    const value = info[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const title = statedTitle([one('dc:title'), own('Title')], firstPage, printedTitle);
  if (title !== null) offer(found, 'title', title.text, !title.shown);
  else offer(found, 'title', printedTitle, true);

  const journal = one('prism:publicationname');
  offer(found, 'container-title', journal);
  if (journal !== undefined) offer(found, 'type', 'article-journal', true);
  offer(found, 'volume', one('prism:volume'));
  offer(found, 'issue', one('prism:number'));
  offer(found, 'ISSN', one('prism:issn'));
  if (offer(found, 'publisher', one('dc:publisher'))) offer(found, 'type', 'report', true);
  const doi = [one('prism:doi', 'pdfx:doi', 'crossmark:doi', 'dc:identifier'), firstPage]
    .map((text) => DOI.exec(text ?? '')?.[1])
    .find((text) => text !== undefined);
  offer(found, 'DOI', doi);
  const date = one('prism:publicationdate', 'prism:coverdate');
  if (date !== undefined) offerDate(found, 'issued', metadataDate(date), date);
  const abstract = one('dc:description') ?? own('Subject');
  if (abstract !== undefined && abstract.length > 40) offer(found, 'abstract', abstract, true);
  offer(found, 'language', one('dc:language') ?? own('Language'));
  return found;
}

export function statedAuthors({ xmp, info }: StatedMetadata): string[] {
  return xmp.get('dc:creator') ?? [info['Author']].filter((name) => typeof name === 'string');
}

/** The day on which the file was made, ISO 8601. */
export function dayMade({ xmp, info }: StatedMetadata): string | undefined {
  const created = typeof info['CreationDate'] === 'string' ? info['CreationDate'] : '';
  const [, year, month, day] = /^D?:?(\d{4})(\d{2})(\d{2})/u.exec(created) ?? [];
  return year === undefined ? xmp.get('xmp:createdate')?.[0] : `${year}-${month}-${day}`;
}

/** "Journal of Ports 9 (1), 2023", "Journal of Ports, vol. 9, no. 1 (March 2023)": the line above or below an article. */
const JOURNAL =
  /^(\p{Lu}[\p{L}\s&:’'-]{4,80}?),?\s+(?:vol(?:ume)?\.?\s*)?(\d{1,4})\s*(?:\((\d{1,3})\)|[,.]?\s*(?:no\.?|issue)\s*(\d{1,3}))\s*[,.:]?\s*\(?(?:\p{L}+\s+)?((?:19|20)\d{2})\b/iu;

/** Where a first page says in which journal it stands; nothing where it does not. */
export function offerJournal(found: Found, firstPage: string): void {
  for (const line of firstPage.split('\n')) {
    const [, journal, volume, inBrackets, afterNo, year] = JOURNAL.exec(line.trim()) ?? [];
    if (journal === undefined || year === undefined) continue;
    offer(found, 'container-title', journal.trim(), true);
    offer(found, 'type', 'article-journal', true);
    offer(found, 'volume', volume, true);
    offer(found, 'issue', inBrackets ?? afterNo, true);
    offer(found, 'issued', { 'date-parts': [[Number(year)]] }, true);
    return;
  }
}

/** Browsers print the address of a page at its foot. */
export function offerAddress(found: Found, running: string[]): void {
  const printed = running.map((text) => /(?:^|\s)(https?:\/\/[^\s…]+)(?=\s|$)/u.exec(text)?.[1]);
  const first = printed.find((address) => address !== undefined);
  // A running line may name the publisher's front page; one that returns with a path is the document's.
  const url = first === undefined ? null : articleUrl(first);
  if (url !== null && new URL(url).pathname.length > 1) offer(found, 'URL', url, true);
}

function statedTitle(
  candidates: (string | undefined)[],
  firstPage: string,
  printed: string | null,
): { text: string; shown: boolean } | null {
  const plausible = candidates.filter((text) => text !== undefined && isTitle(text));
  // Pages that a browser printed are titled "Title | Site".
  const withSite = plausible.find(
    (text) =>
      printed !== null && text!.startsWith(printed) && /^\s+[|–—·-]\s/u.test(text!.slice(printed.length)),
  );
  if (withSite !== undefined) return { text: printed!, shown: true };
  const shown = plausible.find((text) => folded(firstPage).includes(folded(text!)));
  if (shown !== undefined) return { text: shown, shown: true };
  const [first] = plausible;
  return first === undefined || printed !== null ? null : { text: first, shown: false };
}
